import type { Actor } from "@/lib/authz/actor";

/** Who answers for the register of people answers for who holds whose sheets; nothing of the sheets comes with it. */
export function mayHandOver(actor: Actor): boolean {
  return actor.isHrAdmin;
}
