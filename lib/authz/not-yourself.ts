import type { Actor } from "./actor";

/**
 * Nobody decides about themselves or whoever they declared to be close to, or gives themselves anything: another HR
 * administrator does (`not_yourself`).
 */
export const concernsOneself = (
  { employeeId, relatedIds }: Pick<Actor, "employeeId" | "relatedIds">,
  about: readonly (string | null)[],
): boolean =>
  about.some((id) => id === employeeId || (id !== null && relatedIds?.has(id) === true));
