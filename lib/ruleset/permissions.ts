import type { Actor } from "@/lib/authz/actor";

/** Frameworks and policies are no secret, but only HR administrators look after them; what is not given is denied. */
export function mayManageRulesets(actor: Actor): boolean {
  return actor.isHrAdmin;
}
