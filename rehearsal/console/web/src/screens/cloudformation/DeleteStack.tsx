import { useDoing } from "../../hooks/useDoing";
import { deleteStack, type Stack } from "../../hooks/stacks";
import { useText } from "../../language";
import { useNotices } from "../../notices";
import { Confirm } from "../../parts/Confirm";

interface Props {
  stack: Stack;
  onDone: () => void;
  onClose: () => void;
}

/** The dialog in which a stack is deleted. */
export function DeleteStack({ stack, onDone, onClose }: Props) {
  const t = useText();
  const notices = useNotices();
  const { busy, run } = useDoing();
  const remove = () =>
    run(async () => {
      onClose();
      await deleteStack(stack.StackId);
      notices.succeed(t("cfn.delete-initiated", { name: stack.StackName }));
      onDone();
    });
  return (
    <Confirm title={t("cfn.delete-title")} action={t("cfn.delete")} busy={busy} onConfirm={remove} onCancel={onClose}>
      {t("cfn.delete-question", { name: stack.StackName })}
    </Confirm>
  );
}
