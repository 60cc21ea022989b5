import Wizard from "@cloudscape-design/components/wizard";
import { useState } from "react";

import { stackHref } from "../../hooks/stacks";
import { useDoing } from "../../hooks/useDoing";
import { useFirstMistake } from "../../hooks/useFirstMistake";
import { useNewStack } from "../../hooks/useNewStack";
import { useText } from "../../language";
import { useNotices } from "../../notices";
import { go } from "../../router";
import { CLOUDFORMATION, STACKS } from "../../services";
import { Page } from "../../shell/Page";
import { DetailsStep } from "./DetailsStep";
import { OptionsStep } from "./OptionsStep";
import { ReviewStep } from "./ReviewStep";
import { TemplateStep } from "./TemplateStep";

const TEMPLATE = 0;
const DETAILS = 1;

/** The wizard. What was entered stays when AWS refuses, and when the reader goes back. */
export function CreateStack() {
  const t = useText();
  const notices = useNotices();
  const { busy, run } = useDoing();
  const stack = useNewStack();
  const [step, setStep] = useState(TEMPLATE);
  useFirstMistake(stack.mistakes);
  const open = (next: number) => {
    notices.clear();
    setStep(next);
    scrollTo(0, 0);
  };
  const navigate = (next: number) =>
    run(async () => {
      if (next > step && step === TEMPLATE && !(await stack.readTemplate())) return;
      if (next > step && step === DETAILS && !stack.checkDetails()) return;
      open(next);
    });
  const submit = () =>
    run(async () => {
      go(stackHref(await stack.create(), "events"));
    });
  return (
    <Page
      service={CLOUDFORMATION}
      active={STACKS}
      crumbs={[{ text: t("cfn.stacks"), href: STACKS }]}
      here={t("cfn.create-stack")}
      contentType="wizard"
    >
      <Wizard
        activeStepIndex={step}
        isLoadingNextStep={busy}
        onNavigate={event => void navigate(event.detail.requestedStepIndex)}
        onCancel={() => go(STACKS)}
        onSubmit={() => void submit()}
        i18nStrings={{
          cancelButton: t("console.cancel"),
          previousButton: t("cfn.previous"),
          nextButton: t("cfn.next"),
          submitButton: t("cfn.submit"),
        }}
        steps={[
          { title: t("cfn.create-stack"), content: <TemplateStep stack={stack} /> },
          { title: t("cfn.specify-details"), content: <DetailsStep stack={stack} /> },
          { title: t("cfn.configure-options"), content: <OptionsStep stack={stack} /> },
          { title: t("cfn.review"), content: <ReviewStep stack={stack} onEdit={open} /> },
        ]}
      />
    </Page>
  );
}
