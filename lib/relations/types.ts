export const relationKinds = ["kin", "close"] as const;
export type RelationKind = (typeof relationKinds)[number];

/** A declaration, for its declarer and the HR administrators. */
export interface DeclaredRow {
  readonly id: string;
  readonly person: string;
  readonly personNumber: string;
  readonly other: string;
  readonly otherNumber: string;
  readonly kind: RelationKind;
  readonly by: string;
  readonly at: Date;
  /** Null until it runs. */
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
  /** Whether the reader may let it take effect. */
  readonly mayConfirm: boolean;
  /** Whether the reader may end it. */
  readonly mayEnd: boolean;
  readonly endedAt: Date | null;
  /** Sheets under way that nobody else could take over: one of the two still holds them and can do nothing on them. */
  readonly stuck: readonly string[];
}

export interface RelationsPage {
  /** Whether the reader sees and declares for everybody. */
  readonly ofAll: boolean;
  readonly rows: readonly DeclaredRow[];
}

export interface Confirmed {
  /** Sheets under way that went to others with it. */
  readonly moved: number;
}

export interface Declared extends Confirmed {
  readonly relationId: string;
  /** False: it waits for an HR administrator. */
  readonly runs: boolean;
}
