import type { AuditFilter } from "@/lib/hr-audit/schema";

type AuditPlace = Partial<AuditFilter>;

/** The address of one view of the room; ids, words and an instant only. */
export function auditHref({ cycle, kind = "all", units = 0, ...place }: AuditPlace): string {
  const query = new URLSearchParams();
  if (cycle !== undefined) query.set("cycle", cycle);
  if (kind !== "all") query.set("kind", kind);
  for (const key of ["department", "after", "stuck"] as const) {
    const asked = place[key];
    if (asked !== undefined) query.set(key, asked);
  }
  if (units > 0) query.set("units", String(units));
  return query.size === 0 ? "/hr-audit" : `/hr-audit?${query}`;
}

/** The same, at the queue. */
export const queueHref = (place: AuditPlace) => `${auditHref(place)}#queue`;
