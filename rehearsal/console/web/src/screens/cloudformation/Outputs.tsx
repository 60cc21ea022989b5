import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import Table from "@cloudscape-design/components/table";

import type { StackStory } from "../../hooks/stacks";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";

const AWS = /^https:\/\/[a-z0-9-]+\.console\.amazonaws\.cn(?=\/)/;

/** A link into the AWS console leads to the same page of the rehearsal; no other address is a link. */
function Value({ children }: { children: string }) {
  if (!AWS.test(children)) return <>{children}</>;
  return (
    <Link href={children.replace(AWS, "")} target="_blank">
      {children}
    </Link>
  );
}

export function Outputs({ story: { Stack: stack } }: { story: StackStory }) {
  const t = useText();
  const outputs = stack.Outputs ?? [];
  return (
    <Table
      variant="container"
      items={outputs}
      trackBy="OutputKey"
      wrapLines
      ariaLabels={{ tableLabel: t("cfn.outputs") }}
      header={
        <Header variant="h2" counter={`(${outputs.length})`}>
          {t("cfn.outputs")}
        </Header>
      }
      empty={<Empty>{t("cfn.no-outputs")}</Empty>}
      columnDefinitions={[
        { id: "key", header: t("cfn.key"), cell: row => row.OutputKey, isRowHeader: true, minWidth: 160 },
        { id: "value", header: t("cfn.value"), cell: row => <Value>{row.OutputValue}</Value>, minWidth: 260 },
        { id: "description", header: t("cfn.description"), cell: row => row.Description ?? "-", minWidth: 260 },
        { id: "export", header: t("cfn.export-name"), cell: row => row.ExportName ?? "-", minWidth: 110 },
      ]}
    />
  );
}
