// Asking the console's server, which asks the rehearsal cloud.

/** A refusal: AWS's code and words, or `NetworkError` if nobody answered. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const NETWORK = "NetworkError";

type Query = Record<string, string>;

/** Ask for something, such as `ask("parameter", {Name: "email"})`. */
export function ask<Answer>(what: string, query: Query = {}): Promise<Answer> {
  const search = new URLSearchParams(query).toString();
  return request(`/api/${what}${search && `?${search}`}`, {});
}

/** Have something done, such as `tell("parameters/delete", {Names: ["email"]})`. */
export function tell<Answer>(what: string, body: object): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  return request(`/api/${what}`, { method: "POST", headers, body: JSON.stringify(body) });
}

async function request<Answer>(address: string, options: RequestInit): Promise<Answer> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(address, options);
    body = await response.json();
  } catch {
    throw new Failure(NETWORK, "");
  }
  if (response.ok) return body as Answer;
  const { code, message } = body as { code: string; message: string };
  throw new Failure(code, message);
}
