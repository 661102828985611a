import type { Actor } from "@/lib/authz/actor";

/** Whoever sets cycles up reads how their sample was drawn: by lots, without names and scores. */
export function mayReadDraws(actor: Actor): boolean {
  return actor.isHrAdmin;
}
