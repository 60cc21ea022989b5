import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";

import { type Session, terminateSession, useSessions } from "../../hooks/sessions";
import { useDoing } from "../../hooks/useDoing";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { Refresh } from "../../parts/Refresh";
import { written } from "../../parts/time";
import { START_SESSION } from "../../services";

/** Sessions that are on, with the buttons to end and to start one; or those that are over. */
export function SessionTable({ state }: { state: "Active" | "History" }) {
  const t = useText();
  const sessions = useSessions(state);
  const { busy, run } = useDoing();
  const [selected, select] = useState<Session[]>([]);
  const over = state === "History";
  const title = over ? t("session.history") : t("session.sessions");
  const terminate = () =>
    run(async () => {
      for (const each of selected) await terminateSession(each.SessionId);
      select([]);
      sessions.again();
    });
  return (
    <SpaceBetween size="m">
      <Failed asked={sessions} />
      <Table
        variant="container"
        loading={sessions.loading && !sessions.data}
        loadingText={t("console.loading")}
        items={sessions.data ?? []}
        trackBy="SessionId"
        selectionType={over ? undefined : "single"}
        selectedItems={selected}
        onSelectionChange={event => select(event.detail.selectedItems)}
        ariaLabels={{
          selectionGroupLabel: title,
          itemSelectionLabel: (_, row) => row.SessionId,
          tableLabel: title,
        }}
        empty={<Empty>{t("session.none")}</Empty>}
        header={
          <Header
            variant="h2"
            counter={sessions.data && `(${sessions.data.length})`}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Refresh asked={sessions} />
                {!over && (
                  <>
                    <Button disabled={!selected.length} loading={busy} onClick={() => void terminate()}>
                      {t("session.terminate")}
                    </Button>
                    <Button variant="primary" href={START_SESSION}>
                      {t("ssm.start-session")}
                    </Button>
                  </>
                )}
              </SpaceBetween>
            }
          >
            {title}
          </Header>
        }
        columnDefinitions={[
          { id: "id", header: t("session.id"), cell: row => row.SessionId, isRowHeader: true },
          { id: "owner", header: t("session.owner"), cell: row => row.Owner },
          { id: "target", header: t("session.instance-id"), cell: row => row.Target },
          { id: "start", header: t("session.start"), cell: row => written(row.StartDate) },
          { id: "end", header: t("session.end"), cell: row => written(row.EndDate) },
          { id: "status", header: t("session.status"), cell: row => row.Status },
        ]}
      />
    </SpaceBetween>
  );
}
