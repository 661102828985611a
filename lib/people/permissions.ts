import type { Actor } from "@/lib/authz/actor";

/** The register of people and departments is the HR administrators' alone. */
export function mayManagePeople(actor: Actor): boolean {
  return actor.isHrAdmin;
}
