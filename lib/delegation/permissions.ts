import type { Actor } from "@/lib/authz/actor";

/** Everybody for themselves; the HR administrators for whoever is absent. */
export function mayDelegateFor(
  { employeeId, isHrAdmin }: Pick<Actor, "employeeId" | "isHrAdmin">,
  personId: string,
): boolean {
  return isHrAdmin || employeeId === personId;
}
