import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";

import { nameOf } from "../../hooks/instances";
import { sessionHref, type Target, useTargets } from "../../hooks/sessions";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { Refresh } from "../../parts/Refresh";
import { SESSIONS, SYSTEMS_MANAGER } from "../../services";
import { Page } from "../../shell/Page";
import { InstanceStatus } from "../ec2/InstanceStatus";

export function StartSession() {
  const t = useText();
  const targets = useTargets();
  const [reason, setReason] = useState("");
  const [selected, select] = useState<Target[]>([]);
  const [target] = selected;
  return (
    <Page
      service={SYSTEMS_MANAGER}
      active={SESSIONS}
      crumbs={[{ text: t("ssm.session-manager"), href: SESSIONS }]}
      here={t("ssm.start-session")}
      contentType="table"
    >
      <ContentLayout header={<Header variant="h1">{t("session.specify-target")}</Header>}>
        <Form
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" href={SESSIONS}>
                {t("session.cancel")}
              </Button>
              <Button
                variant="primary"
                disabled={!target}
                onClick={() => target && window.open(sessionHref(target.InstanceId, reason), "_blank")}
              >
                {t("ssm.start-session")}
              </Button>
            </SpaceBetween>
          }
        >
          <SpaceBetween size="l">
            <Failed asked={targets} />
            <Container header={<Header variant="h2">{t("session.reason-heading")}</Header>}>
              <FormField label={t("session.reason")} constraintText={t("session.reason-help")} stretch>
                <Input value={reason} onChange={event => setReason(event.detail.value.slice(0, 256))} />
              </FormField>
            </Container>
            <Table
              variant="container"
              loading={targets.loading && !targets.data}
              loadingText={t("console.loading")}
              items={targets.data ?? []}
              trackBy="InstanceId"
              selectionType="single"
              selectedItems={selected}
              onSelectionChange={event => select(event.detail.selectedItems)}
              ariaLabels={{
                selectionGroupLabel: t("session.targets"),
                itemSelectionLabel: (_, row) => nameOf(row),
                tableLabel: t("session.targets"),
              }}
              empty={<Empty>{t("session.no-targets")}</Empty>}
              header={
                <Header
                  variant="h2"
                  counter={targets.data && `(${targets.data.length})`}
                  actions={<Refresh asked={targets} />}
                >
                  {t("session.targets")}
                </Header>
              }
              columnDefinitions={[
                { id: "name", header: t("session.instance-name"), cell: row => nameOf(row), isRowHeader: true },
                { id: "id", header: t("session.instance-id"), cell: row => row.InstanceId },
                { id: "agent", header: t("session.agent"), cell: row => row.AgentVersion },
                {
                  id: "state",
                  header: t("session.instance-state"),
                  cell: row => (row.State ? <InstanceStatus state={row.State.Name} /> : "-"),
                },
                { id: "zone", header: t("session.zone"), cell: row => row.Placement?.AvailabilityZone ?? "-" },
                { id: "platform", header: t("session.platform"), cell: row => row.PlatformName },
              ]}
            />
          </SpaceBetween>
        </Form>
      </ContentLayout>
    </Page>
  );
}
