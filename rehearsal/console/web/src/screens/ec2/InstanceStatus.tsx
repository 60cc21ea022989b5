import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";

import { type State, STATES } from "../../hooks/instances";
import { useText } from "../../language";

const KINDS: Record<State, StatusIndicatorProps.Type> = {
  pending: "pending",
  running: "success",
  "shutting-down": "in-progress",
  terminated: "stopped",
  stopping: "in-progress",
  stopped: "stopped",
};

export function InstanceStatus({ state }: { state: State }) {
  return <StatusIndicator type={KINDS[state]}>{useText()(STATES[state])}</StatusIndicator>;
}
