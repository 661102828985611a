/** Every expected refusal. The text of each stands in `messages/<locale>/errors.json` under the same key. */
export const refusalCodes = [
  "not_signed_in",
  "not_found",
  "invalid_input",
  "broken_body",
  "body_too_large",
  "foreign_origin",
  "unknown_command",
  "stale",
  "wrong_state",
  "cycle_closed",
  "window_not_open",
  "window_closed",
  "incomplete",
  "reason_required",
  "already_done",
  "too_many_attempts",
  "wrong_credentials",
  "weak_password",
  "link_invalid",
  "last_admin",
  "conflict_of_interest",
  "duplicate",
  "unavailable",
  "unexpected",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export function isRefusalCode(text: string): text is RefusalCode {
  return refusalCodes.some((code) => code === text);
}

/** The HTTP status a refusal travels with; forbidden and absent look the same on purpose. */
export const statusOf: Readonly<Record<RefusalCode, number>> = {
  not_signed_in: 401,
  not_found: 404,
  invalid_input: 422,
  broken_body: 400,
  body_too_large: 413,
  foreign_origin: 403,
  unknown_command: 404,
  stale: 409,
  wrong_state: 409,
  cycle_closed: 409,
  window_not_open: 409,
  window_closed: 409,
  incomplete: 422,
  reason_required: 422,
  already_done: 409,
  too_many_attempts: 429,
  wrong_credentials: 401,
  weak_password: 422,
  link_invalid: 410,
  last_admin: 409,
  conflict_of_interest: 409,
  duplicate: 409,
  unavailable: 503,
  unexpected: 500,
};
