import type { Actor } from "@/lib/authz/actor";

/** HR administrators set cycles up and see counts; nobody's content opens to them by this. */
export function mayManageCycles(actor: Actor): boolean {
  return actor.isHrAdmin;
}
