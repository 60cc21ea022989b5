import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";

import { type StackStory, useTemplate } from "../../hooks/stacks";
import { useText } from "../../language";
import { Failed } from "../../parts/Failed";

export function TemplateTab({ story: { Stack: stack } }: { story: StackStory }) {
  const t = useText();
  const template = useTemplate(stack.StackId);
  return (
    <SpaceBetween size="m">
      <Failed asked={template} />
      <Container header={<Header variant="h2">{t("cfn.template")}</Header>}>
        <Textarea
          readOnly
          rows={30}
          ariaLabel={t("cfn.template")}
          value={template.data?.TemplateBody ?? t("console.loading")}
        />
      </Container>
    </SpaceBetween>
  );
}
