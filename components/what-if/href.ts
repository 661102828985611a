import type { ListKind } from "@/lib/what-if/types";
import type { Scope } from "@/lib/what-if/types";

export function countsHref(cycleId: string, policy?: string, scope?: Scope): string {
  const query = new URLSearchParams();
  if (policy !== undefined) query.set("policy", policy);
  if (scope !== undefined) query.set("scope", scope);
  const path = `/cycles/${cycleId}/what-if`;
  return query.size === 0 ? path : `${path}?${query}`;
}

export function peopleHref(
  cycleId: string,
  policy: string,
  { kind, after }: { kind?: ListKind; after?: string } = {},
): string {
  const query = new URLSearchParams({ policy });
  if (kind !== undefined && kind !== "all") query.set("kind", kind);
  if (after !== undefined) query.set("after", after);
  return `/cycles/${cycleId}/what-if/people?${query}`;
}
