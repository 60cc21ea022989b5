import Alert from "@cloudscape-design/components/alert";
import AppLayout from "@cloudscape-design/components/app-layout";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef, useState } from "react";

import type { Failure } from "../../api";
import { startSession, terminateSession } from "../../hooks/sessions";
import { useDoing } from "../../hooks/useDoing";
import { useText } from "../../language";
import { NoticeBar, useFailureWords } from "../../notices";
import { SessionTerminal } from "./SessionTerminal";

/** The page of a session, in a tab of its own. Opening it starts the session, also from a link. */
export function SessionPage({ target }: { target: string }) {
  const t = useText();
  const words = useFailureWords();
  const { busy, run } = useDoing();
  const [session, setSession] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [over, setOver] = useState(false);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    const reason = new URLSearchParams(location.search).get("reason") ?? "";
    startSession(target, reason).then(answer => setSession(answer.SessionId), setFailure);
  }, [target]);
  const terminate = () =>
    run(async () => {
      if (session) await terminateSession(session);
      setOver(true);
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
              description={session && t("session.of", { session, target })}
              actions={
                <Button disabled={!session || over} loading={busy} onClick={() => void terminate()}>
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
            {over && <Alert type="info">{t("session.over")}</Alert>}
            {session && !over && <SessionTerminal session={session} target={target} />}
          </SpaceBetween>
        </ContentLayout>
      }
    />
  );
}
