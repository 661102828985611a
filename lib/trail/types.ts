import type { AuditEvent } from "@/lib/audit/event";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Bilingual } from "@/lib/scoring";

/** What the trail shows of an event: scores only where its reader may see them. */
export interface TrailEntry {
  readonly id: string;
  readonly at: Date;
  readonly by: string | null;
  readonly event: AuditEvent;
  /** Of a return: its reason, where it is pinned. */
  readonly note: {
    readonly reason: string;
    readonly value: Bilingual | null;
    readonly point: number | null;
  } | null;
  readonly value: Bilingual | null;
  /** How many saves in a row this entry stands for. */
  readonly times: number;
}

export interface Trail {
  readonly appraisalId: string;
  readonly state: AppraisalState;
  readonly year: number;
  readonly quarter: number;
  readonly person: { readonly name: string; readonly number: string };
  readonly own: boolean;
  /** Newest first. */
  readonly entries: readonly TrailEntry[];
}
