import type { DeputyRoom } from "@/lib/authz/actor";

/** What one can be to the appraisals of others. */
export const others = ["manager", "second_level", "approver", "hr"] as const;
export type Other = (typeof others)[number];

export interface QuarterRef {
  readonly cycleId: string;
  readonly year: number;
  readonly quarter: number;
}

/** What waits in a room for a deputy: of one of those they stand in for, or of their own. */
export interface Waiting {
  readonly room: DeputyRoom;
  /** Null: their own. */
  readonly forName: string | null;
  readonly count: number;
}

/** A cycle in which nobody may write now, and why. */
export interface PausedQuarter {
  readonly year: number;
  readonly quarter: number;
  readonly since: Date;
  readonly reason: string;
}

/** Which rooms of the house have anything for this person; the rooms' own doors decide again. */
export interface Rooms {
  readonly quarter: QuarterRef | null;
  readonly ownAppraisalId: string | null;
  readonly managerScoring: boolean;
  readonly secondLevel: boolean;
  readonly hrAudit: boolean;
  readonly approvals: boolean;
  readonly administration: boolean;
  /**
   * Whoever answers for who holds which sheets; `fallen`: how many sheets
   * fell to the next in line, and plans did not fit any more, and wait for them.
   */
  readonly handOver: boolean;
  readonly fallen: number;
}
