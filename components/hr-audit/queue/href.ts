import type { QueueKind } from "@/lib/hr-audit/types";

interface QueuePlace {
  readonly kind: QueueKind;
  readonly department?: string | undefined;
  readonly after?: string | undefined;
}

/** The address of one view of the queue; ids and an instant only. */
export function queueHref({ kind, department, after }: QueuePlace): string {
  const query = new URLSearchParams();
  if (kind !== "all") query.set("kind", kind);
  if (department !== undefined) query.set("department", department);
  if (after !== undefined) query.set("after", after);
  return query.size === 0 ? "/hr-audit#queue" : `/hr-audit?${query}#queue`;
}
