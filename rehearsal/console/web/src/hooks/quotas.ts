import { tell } from "../api";
import type { LabelKey } from "../language";
import { QUOTAS } from "../services";
import { type Asked, useAsked } from "./useAsked";

/** A request to raise a quota as RequestServiceQuotaIncrease has it. */
export interface Increase {
  Id: string;
  QuotaName: string;
  QuotaCode: string;
  DesiredValue: number;
  Status: string;
  Created: string;
}

/** A quota as GetServiceQuota has it, with its default. */
export interface Quota {
  QuotaCode: string;
  QuotaName: string;
  QuotaArn: string;
  Value: number;
  DefaultValue: number;
  Adjustable: boolean;
}

export const useQuotas = (): Asked<Quota[]> => useAsked("quotas");
export const useQuota = (code: string): Asked<Quota & { Requests: Increase[] }> =>
  useAsked("quota", { QuotaCode: code });
export const useIncreases = (): Asked<Increase[]> => useAsked("quotas/requests");

export const requestIncrease = (code: string, value: number): Promise<Increase> =>
  tell("quota/increase", { QuotaCode: code, DesiredValue: value });

export const quotaHref = (code: string): string => `${QUOTAS}/${code}`;

export const STATUSES: Record<string, LabelKey> = {
  PENDING: "quota.pending",
  APPROVED: "quota.approved",
};
