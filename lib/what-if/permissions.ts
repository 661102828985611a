import { isHrPartner, type Actor } from "@/lib/authz/actor";
import type { Scope } from "./types";

/**
 * HR partners see their departments, first of all; HR administrators see the company in counts. Anybody else has no
 * view of what another policy would have done.
 */
export function scopesOf(actor: Actor): readonly Scope[] {
  return [
    ...(isHrPartner(actor) ? (["mine"] as const) : []),
    ...(actor.isHrAdmin ? (["company"] as const) : []),
  ];
}
