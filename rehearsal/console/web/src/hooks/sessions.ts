import { tell } from "../api";
import type { Instance } from "./instances";
import { type Asked, useAsked } from "./useAsked";

/** An instance as DescribeInstanceInformation has it, with what EC2 knows of it. */
export interface Target extends Partial<Instance> {
  InstanceId: string;
  AgentVersion: string;
  PlatformName: string;
}

/** A session as DescribeSessions has it. */
export interface Session {
  SessionId: string;
  Target: string;
  Owner: string;
  Status: string;
  StartDate: string;
  EndDate?: string;
}

export const useTargets = (): Asked<Target[]> => useAsked("sessions/targets");
export const useSessions = (state: "Active" | "History"): Asked<Session[]> => useAsked("sessions", { State: state });

/** A session that was just started: where it is carried, the token that opens it there, or why nobody carries it. */
export interface Started {
  SessionId: string;
  StreamUrl: string;
  TokenValue: string;
  NoTerminal: string;
}

export const startSession = (target: string, reason: string): Promise<Started> =>
  tell("sessions", { Target: target, Reason: reason });
export const terminateSession = (id: string): Promise<unknown> => tell("sessions/terminate", { SessionId: id });

/** The page that starts a session on an instance, and shows it. */
export const sessionHref = (target: string, reason: string): string =>
  `/systems-manager/session-manager/${target}${reason && `?reason=${encodeURIComponent(reason)}`}`;
