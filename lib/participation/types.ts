import type { StageWindow } from "@/lib/appraisal/types";
import type { Bilingual } from "@/lib/scoring";

export const exemptReasons = ["joined_late", "on_leave", "no_manager", "left", "by_hand"] as const;
export type ExemptReason = (typeof exemptReasons)[number];

/** What can be changed by hand about who is in a cycle and until when. */
export type CycleChangeKind = "exempted" | "included" | "left" | "extended" | "paused" | "resumed";

/** One change, as it is kept. */
export interface CycleChangeRow {
  readonly id: string;
  readonly kind: CycleChangeKind;
  /** About one person, or about everybody of a department. */
  readonly person: { readonly id: string; readonly name: string; readonly number: string } | null;
  readonly department: Bilingual | null;
  readonly cycle: { readonly year: number; readonly quarter: number };
  /** The windows given with it. */
  readonly windows: readonly StageWindow[];
  /** Empty only of who left. */
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** Of whoever leaves: a sheet ends where it is, or is finished by the others in the chain. */
export const ownSheetWays = ["end", "go_on"] as const;
export type OwnSheetWay = (typeof ownSheetWays)[number];

/** A person's own sheets under way. */
export interface OwnUnfinished {
  /** Whose self-review was not handed in: nobody else can write it. */
  readonly unwritten: number;
  readonly handedIn: number;
}
