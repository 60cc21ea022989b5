import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useState } from "react";

import { type Stack, stackHref, useStacks } from "../../hooks/stacks";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { filtered } from "../../parts/filter";
import { Refresh } from "../../parts/Refresh";
import { Status } from "../../parts/Status";
import { written } from "../../parts/time";
import { CLOUDFORMATION, STACKS } from "../../services";
import { Page } from "../../shell/Page";
import { CreateStackMenu } from "./CreateStackMenu";
import { DeleteStack } from "./DeleteStack";

export function Stacks() {
  const t = useText();
  const [state, setState] = useState("Active");
  const [typed, setTyped] = useState("");
  const [selected, select] = useState<Stack[]>([]);
  const [deleting, setDeleting] = useState<Stack>();
  const stacks = useStacks(state);
  const states = [
    { value: "Active", label: t("cfn.active") },
    { value: "Deleted", label: t("cfn.deleted") },
  ];
  const rows = filtered(stacks.data ?? [], typed, each => [each.StackName]);
  const chosen = rows.find(each => each.StackId === selected[0]?.StackId);
  const unavailable = { disabled: true, disabledReason: t("console.not-rehearsed") };
  return (
    <Page service={CLOUDFORMATION} active={STACKS} here={t("cfn.stacks")} contentType="table">
      <SpaceBetween size="m">
        <Failed asked={stacks} />
        <Table
          variant="container"
          loading={stacks.loading && !stacks.data}
          loadingText={t("console.loading")}
          items={rows}
          trackBy="StackId"
          wrapLines
          selectionType="single"
          selectedItems={chosen ? [chosen] : []}
          onSelectionChange={event => select(event.detail.selectedItems)}
          ariaLabels={{
            selectionGroupLabel: t("cfn.stacks"),
            itemSelectionLabel: (_, row) => row.StackName,
            tableLabel: t("cfn.stacks"),
          }}
          empty={<Empty>{t("cfn.no-stacks")}</Empty>}
          filter={
            <SpaceBetween direction="horizontal" size="xs">
              <TextFilter
                filteringText={typed}
                filteringPlaceholder={t("cfn.find-stacks")}
                filteringAriaLabel={t("cfn.find-stacks")}
                onChange={event => setTyped(event.detail.filteringText)}
              />
              <Select
                ariaLabel={t("cfn.filter-status")}
                options={states}
                selectedOption={states.find(each => each.value === state) ?? null}
                onChange={event => setState(event.detail.selectedOption.value ?? "Active")}
              />
            </SpaceBetween>
          }
          header={
            <Header
              variant="h1"
              counter={stacks.data && `(${stacks.data.length})`}
              actions={
                <SpaceBetween direction="horizontal" size="xs">
                  <Refresh asked={stacks} />
                  <Button disabled={!chosen || state === "Deleted"} onClick={() => setDeleting(chosen)}>
                    {t("cfn.delete")}
                  </Button>
                  <Button {...unavailable}>{t("cfn.update-stack")}</Button>
                  <Button {...unavailable}>{t("cfn.stack-actions")}</Button>
                  <CreateStackMenu />
                </SpaceBetween>
              }
            >
              {t("cfn.stacks")}
            </Header>
          }
          columnDefinitions={[
            {
              id: "name",
              header: t("cfn.stack-name"),
              cell: row => <Link href={stackHref(row.StackId)}>{row.StackName}</Link>,
              isRowHeader: true,
              minWidth: 150,
            },
            { id: "status", header: t("cfn.status"), cell: row => <Status>{row.StackStatus}</Status>, minWidth: 220 },
            { id: "created", header: t("cfn.created"), cell: row => written(row.CreationTime), minWidth: 240 },
            { id: "description", header: t("cfn.description"), cell: row => row.Description ?? "-", minWidth: 300 },
          ]}
        />
      </SpaceBetween>
      {deleting && (
        <DeleteStack stack={deleting} onDone={stacks.again} onClose={() => setDeleting(undefined)} />
      )}
    </Page>
  );
}
