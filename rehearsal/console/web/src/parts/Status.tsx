import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";

function kindOf(status: string): StatusIndicatorProps.Type {
  if (status.endsWith("IN_PROGRESS")) return "in-progress";
  return /FAILED|ROLLBACK/.test(status) ? "error" : "success";
}

/** A status of a stack or a resource, which the console leaves in English. */
export function Status({ children }: { children: string }) {
  return <StatusIndicator type={kindOf(children)}>{children}</StatusIndicator>;
}
