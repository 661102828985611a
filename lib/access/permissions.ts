import type { Actor } from "@/lib/authz/actor";

/** Roles and invitations are the HR administrators' alone; one's own password is everybody's. */
export function mayManageAccess(actor: Actor): boolean {
  return actor.isHrAdmin;
}
