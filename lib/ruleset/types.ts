import type {
  Bilingual,
  DocumentChange,
  Fault,
  FrameworkDocument,
  HalfPoints,
  PolicyDocument,
} from "@/lib/scoring";

/** The framework and policy versions a cycle pinned, as the scoring library reads them. */
export interface Ruleset {
  readonly framework: FrameworkDocument;
  readonly frameworkVersion: number;
  readonly policy: PolicyDocument;
  readonly policyVersion: number;
  /** Database identity of each value by its key. */
  readonly valueIds: Readonly<Record<string, string>>;
}

export const rulesetKinds = ["framework", "policy"] as const;
export type RulesetKind = (typeof rulesetKinds)[number];

/**
 * Of the text as it is pasted or read from a file, in bytes of UTF-8: the largest preset has 48,000. JSON inside JSON
 * grows by its quotes, and the body of a command ends at 512 KiB.
 */
export const IMPORT_BYTES = 240_000;

export function importSize(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** `shipped`: word for word the preset of that key; `edited`: a preset's key with other words, by hand or from another release; `own`: neither. */
export type Origin = "shipped" | "edited" | "own";

interface Summary {
  readonly versionId: string;
  readonly key: string;
  readonly version: number;
  readonly edition: string | null;
  readonly name: Bilingual;
  readonly origin: Origin;
  /** Parts marked as not handed down by the sources. */
  readonly assumed: number;
  /** Cycles that pin any version of it. */
  readonly cycles: number;
}

/** The newest version of a framework, for the list. */
export interface FrameworkSummary extends Summary {
  readonly values: number;
  readonly rungs: number;
  readonly maxTotal: HalfPoints;
  readonly scorable: boolean;
}

/** The newest version of a policy, for the list. */
export interface PolicySummary extends Summary {
  readonly bands: number;
}

interface VersionLink {
  readonly id: string;
  readonly version: number;
}

export interface PinningCycle {
  readonly id: string;
  readonly year: number;
  readonly quarter: number;
}

/** One version with what stands around it. */
export interface VersionView<Document> {
  readonly versionId: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly document: Document;
  readonly origin: Origin;
  /** Its remarks are not those of this release's preset. */
  readonly authored: boolean;
  /** Newest first. */
  readonly versions: readonly VersionLink[];
  /** Cycles that pin this version, newest first. */
  readonly cycles: readonly PinningCycle[];
  /** What differs from another version, the one before unless asked; null when there is no other. */
  readonly compared: {
    readonly version: number;
    readonly document: Document;
    readonly changes: readonly DocumentChange[];
  } | null;
}

export type FrameworkView = VersionView<FrameworkDocument>;
export type PolicyView = VersionView<PolicyDocument>;

/** What an import would do, or why it cannot. Nothing is written. */
export interface ImportPreview {
  readonly name: Bilingual;
  readonly key: string;
  /** The version it would become; of an identical document, the one that is there. */
  readonly version: number;
  readonly effect: "new" | "version" | "identical";
  /** Against the newest version of the key, in words of both documents. */
  readonly changes: readonly DocumentChange[];
  readonly newest: { readonly versionId: string; readonly version: number } | null;
  readonly documents: readonly (FrameworkDocument | PolicyDocument)[];
  readonly assumed: number;
  /** A framework with values without rungs; false for policies. */
  readonly unscorable: boolean;
}

/** What is wrong with a document that cannot be imported. */
export interface FaultyDocument {
  /** The first of them. */
  readonly faults: readonly Fault[];
  readonly count: number;
}

export interface Imported {
  readonly versionId: string;
  readonly version: number;
  /** False when the newest version says the same word for word, so none was made. */
  readonly made: boolean;
}

/** A file of one version, ready to be sent. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}
