import type { Signed } from "@/lib/appraisal/types";

/** How HR asked who benefited. */
export const beneficiaryWays = ["in_person", "phone", "message"] as const;
export type BeneficiaryWay = (typeof beneficiaryWays)[number];

/** Who was asked: a role and a few words, not a story. */
export const ASKED_MAX = 120;

/** What one beneficiary said of a score, as its readers are shown it. */
export interface BeneficiaryView extends Signed {
  readonly id: string;
  /** Empty, with day and way null, in what was kept before these were asked for. */
  readonly asked: string;
  /** A calendar day, "2026-11-21". */
  readonly askedOn: string | null;
  readonly way: BeneficiaryWay | null;
  /** Written by whoever benefited, by a link; signed by who made the link. */
  readonly byLink: boolean;
  readonly said: string;
  /** When it was written down. */
  readonly at: Date;
  /** What it said before it was corrected, the oldest first; empty where it never was. */
  readonly before: readonly FormerView[];
}

interface FormerView extends Signed {
  readonly id: string;
  readonly asked: string;
  readonly said: string;
  readonly at: Date;
}

/** Days that a link for a beneficiary holds. */
export const linkDays = [3, 7, 14] as const;
export type LinkDays = (typeof linkDays)[number];

/** Of the question behind a link, and of who answers it. */
export const linkLimits = { question: 600, name: 50, relation: 60 } as const;

export type LinkState = "open" | "used" | "expired" | "revoked";

/** A link as HR sees it: never its token, of which only a hash is kept. */
export interface BeneficiaryLink {
  readonly id: string;
  readonly question: string;
  readonly expiresAt: Date;
  readonly state: LinkState;
}

/** Shown once. `expiresAt` as ISO. */
export interface NewLink {
  readonly path: string;
  readonly expiresAt: string;
}

/** The answer to a view that was written down. */
export interface RecordedView {
  readonly viewId: string;
}
