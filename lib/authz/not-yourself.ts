import type { Actor } from "./actor";

/** Nobody decides about themselves or gives themselves anything: another HR administrator does (`not_yourself`). */
export const concernsOneself = (
  { employeeId }: Pick<Actor, "employeeId">,
  about: readonly (string | null)[],
): boolean => about.includes(employeeId);
