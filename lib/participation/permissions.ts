import type { Actor } from "@/lib/authz/actor";

/** Who runs cycles says who is in them; about themselves they say nothing. */
export function mayChangeParticipation(actor: Actor): boolean {
  return actor.isHrAdmin;
}
