import type { TeamStrip } from "@/lib/manager-scoring/types";

/** Whose sheet waits for the manager next. */
export interface NextPerson {
  readonly appraisalId: string;
  readonly name: string;
}

export function nextOf({ next }: TeamStrip): NextPerson | null {
  return next === null ? null : { appraisalId: next.appraisalId, name: next.person.name };
}
