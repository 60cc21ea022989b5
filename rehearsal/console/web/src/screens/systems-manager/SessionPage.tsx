import Alert from "@cloudscape-design/components/alert";
import AppLayout from "@cloudscape-design/components/app-layout";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useCallback, useEffect, useRef, useState } from "react";

import type { Failure } from "../../api";
import { type Started, startSession, terminateSession } from "../../hooks/sessions";
import { useDoing } from "../../hooks/useDoing";
import { useText } from "../../language";
import { NoticeBar, useFailureWords } from "../../notices";
import { SessionTerminal } from "./SessionTerminal";

/** The page of a session, in a tab of its own. Opening it starts the session, also from a link. */
export function SessionPage({ target }: { target: string }) {
  const t = useText();
  const words = useFailureWords();
  const { busy, run } = useDoing();
  const [session, setSession] = useState<Started>();
  const [failure, setFailure] = useState<Failure>();
  const [over, setOver] = useState<"session.over" | "session.lost">();
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    const reason = new URLSearchParams(location.search).get("reason") ?? "";
    startSession(target, reason).then(setSession, setFailure);
  }, [target]);
  const end = useCallback(
    (lost: boolean) => {
      setOver(lost ? "session.lost" : "session.over");
      // Whoever was at the other end may be gone, and the list must not show a session as on that nobody can use.
      if (lost && session) terminateSession(session.SessionId).catch(setFailure);
    },
    [session],
  );
  const terminate = () =>
    run(async () => {
      if (session) await terminateSession(session.SessionId);
      end(false);
    });
  return (
    <AppLayout
      headerSelector="#top"
      navigationHide
      toolsHide
      notifications={<NoticeBar />}
      content={
        <ContentLayout
          header={
            <Header
              variant="h1"
              description={session && t("session.of", { session: session.SessionId, target })}
              actions={
                <Button disabled={!session || over !== undefined} loading={busy} onClick={() => void terminate()}>
                  {t("session.terminate")}
                </Button>
              }
            >
              {t("session.title")}
            </Header>
          }
        >
          <SpaceBetween size="m">
            {failure && (
              <Alert type="error" header={words(failure).header}>
                {words(failure).content}
              </Alert>
            )}
            {over && <Alert type={over === "session.lost" ? "warning" : "info"}>{t(over)}</Alert>}
            {session && !over && <SessionTerminal session={session} target={target} onEnd={end} />}
          </SpaceBetween>
        </ContentLayout>
      }
    />
  );
}
