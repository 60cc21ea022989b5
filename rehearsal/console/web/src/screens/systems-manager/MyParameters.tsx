import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useState } from "react";

import { useText } from "../../language";
import { useDoing } from "../../hooks/useDoing";
import { deleteParameters, type Parameter, parameterHref, useParameters } from "../../hooks/parameters";
import { useNotices } from "../../notices";
import { Confirm } from "../../parts/Confirm";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { filtered } from "../../parts/filter";
import { Refresh } from "../../parts/Refresh";
import { written } from "../../parts/time";
import { go } from "../../router";
import { PARAMETERS } from "../../services";

export function MyParameters() {
  const t = useText();
  const notices = useNotices();
  const parameters = useParameters();
  const { busy, run } = useDoing();
  const [selected, select] = useState<Parameter[]>([]);
  const [typed, setTyped] = useState("");
  const [asking, setAsking] = useState(false);
  const names = selected.map(each => each.Name);
  const remove = () =>
    run(async () => {
      setAsking(false);
      await deleteParameters(names);
      notices.succeed(t("ssm.deleted", { names: names.join(", ") }));
      select([]);
      parameters.again();
    });
  const rows = parameters.data ?? [];
  return (
    <SpaceBetween size="m">
      <Failed asked={parameters} />
      <Table
        variant="container"
        loading={parameters.loading && !parameters.data}
        loadingText={t("console.loading")}
        items={filtered(rows, typed, each => [each.Name, each.Type])}
        trackBy="Name"
        selectionType="multi"
        selectedItems={selected}
        onSelectionChange={event => select(event.detail.selectedItems)}
        ariaLabels={{
          selectionGroupLabel: t("ssm.my-parameters"),
          allItemsSelectionLabel: () => t("console.select-all"),
          itemSelectionLabel: (_, row) => row.Name,
          tableLabel: t("ssm.my-parameters"),
        }}
        empty={<Empty>{t("ssm.no-parameters")}</Empty>}
        filter={
          <TextFilter
            filteringText={typed}
            filteringPlaceholder={t("ssm.find-parameters")}
            filteringAriaLabel={t("ssm.find-parameters")}
            onChange={event => setTyped(event.detail.filteringText)}
          />
        }
        header={
          <Header
            variant="h2"
            counter={parameters.data && `(${rows.length})`}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Refresh asked={parameters} />
                <Button
                  disabled={selected.length !== 1}
                  onClick={() => selected[0] && go(parameterHref(selected[0].Name))}
                >
                  {t("console.view-details")}
                </Button>
                <Button disabled={!selected.length} onClick={() => setAsking(true)}>
                  {t("ssm.delete")}
                </Button>
                <Button variant="primary" href={`${PARAMETERS}/create`}>
                  {t("ssm.create-parameter")}
                </Button>
              </SpaceBetween>
            }
          >
            {t("ssm.my-parameters")}
          </Header>
        }
        columnDefinitions={[
          {
            id: "name",
            header: t("ssm.name"),
            cell: row => <Link href={parameterHref(row.Name)}>{row.Name}</Link>,
            isRowHeader: true,
          },
          { id: "tier", header: t("ssm.tier"), cell: row => (row.Tier === "Advanced" ? t("ssm.advanced") : t("ssm.standard")) },
          { id: "type", header: t("ssm.type"), cell: row => row.Type },
          { id: "modified", header: t("ssm.last-modified"), cell: row => written(row.LastModifiedDate) },
        ]}
      />
      {asking && (
        <Confirm
          title={t("ssm.delete-parameters")}
          action={t("ssm.delete-parameters")}
          busy={busy}
          onConfirm={remove}
          onCancel={() => setAsking(false)}
        >
          {t("ssm.delete-question", { names: names.join(", ") })}
        </Confirm>
      )}
    </SpaceBetween>
  );
}
