import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useState } from "react";

import { type Change, changeInstances, type Instance, nameOf, type State } from "../../hooks/instances";
import { useDoing } from "../../hooks/useDoing";
import { type LabelKey, useText } from "../../language";
import { useNotices } from "../../notices";
import { Confirm } from "../../parts/Confirm";

interface Item {
  change: Change;
  label: LabelKey;
  /** In which states it can be chosen. */
  from: State[];
  done: LabelKey;
  /** The dialog that comes before it, if any. */
  dialog?: { title: LabelKey; action: LabelKey; question: LabelKey };
}

const ITEMS: Item[] = [
  {
    change: "stop",
    label: "ec2.stop-instance",
    from: ["pending", "running"],
    done: "ec2.stop-initiated",
    dialog: { title: "ec2.stop-title", action: "ec2.stop", question: "ec2.stop-question" },
  },
  { change: "start", label: "ec2.start-instance", from: ["stopped"], done: "ec2.start-initiated" },
  {
    change: "reboot",
    label: "ec2.reboot-instance",
    from: ["running"],
    done: "ec2.reboot-initiated",
    dialog: { title: "ec2.reboot-title", action: "ec2.reboot", question: "ec2.reboot-question" },
  },
  {
    change: "terminate",
    label: "ec2.terminate-instance",
    from: ["pending", "running", "stopping", "stopped"],
    done: "ec2.terminate-initiated",
    dialog: { title: "ec2.terminate-title", action: "ec2.terminate", question: "ec2.terminate-question" },
  },
];

/** Starts, stops and terminates the instances that are selected. */
export function StateMenu({ selected, onDone }: { selected: Instance[]; onDone: () => void }) {
  const t = useText();
  const notices = useNotices();
  const { busy, run } = useDoing();
  const [asking, setAsking] = useState<Item>();
  const names = selected.map(each => (nameOf(each) === each.InstanceId ? each.InstanceId : `${each.InstanceId} (${nameOf(each)})`));
  const execute = (item: Item) =>
    run(async () => {
      setAsking(undefined);
      const ids = selected.map(each => each.InstanceId);
      await changeInstances(item.change, ids);
      notices.succeed(t(item.done, { ids: ids.join(", ") }));
      onDone();
    });
  const begin = (id: string) => {
    const item = ITEMS.find(each => each.change === id);
    if (item?.dialog) setAsking(item);
    else if (item) void execute(item);
  };
  return (
    <>
      <ButtonDropdown
        disabled={!selected.length}
        loading={busy}
        onItemClick={event => begin(event.detail.id)}
        items={ITEMS.map(item => ({
          id: item.change,
          text: t(item.label),
          disabled: !selected.every(each => item.from.includes(each.State.Name)),
        }))}
      >
        {t("ec2.instance-state")}
      </ButtonDropdown>
      {asking?.dialog && (
        <Confirm
          title={t(asking.dialog.title)}
          action={t(asking.dialog.action)}
          busy={busy}
          onConfirm={() => void execute(asking)}
          onCancel={() => setAsking(undefined)}
        >
          {t(asking.dialog.question, { names: names.join(", ") })}
        </Confirm>
      )}
    </>
  );
}
