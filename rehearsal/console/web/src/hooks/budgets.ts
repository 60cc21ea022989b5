import { BUDGETS } from "../services";
import { type Asked, useAsked } from "./useAsked";

interface Spend {
  Amount: string;
  Unit: string;
}

/** A budget as DescribeBudget has it. */
export interface Budget {
  BudgetName: string;
  BudgetType: string;
  TimeUnit: string;
  BudgetLimit?: Spend;
  CalculatedSpend?: { ActualSpend?: Spend; ForecastedSpend?: Spend };
}

/** A notification of a budget, with whom it writes to. */
export interface Alert {
  NotificationType: "ACTUAL" | "FORECASTED";
  ComparisonOperator: string;
  Threshold: number;
  ThresholdType?: "PERCENTAGE" | "ABSOLUTE_VALUE";
  Subscribers: { SubscriptionType: string; Address: string }[];
}

export const useBudgets = (): Asked<Budget[]> => useAsked("budgets");
export const useBudget = (name: string): Asked<Budget & { Alerts: Alert[] }> => useAsked("budget", { BudgetName: name });

export const money = (spend: Spend | undefined): string =>
  spend ? `${Number(spend.Amount).toFixed(2)} ${spend.Unit}` : "-";

export const budgetHref = (name: string): string => `${BUDGETS}/details?name=${encodeURIComponent(name)}`;
