import type { FrameworkDocument, PolicyDocument } from "@/lib/scoring";

/** The framework and policy versions a cycle pinned, as the scoring library reads them. */
export interface Ruleset {
  readonly framework: FrameworkDocument;
  readonly frameworkVersion: number;
  readonly policy: PolicyDocument;
  readonly policyVersion: number;
  /** Database identity of each value by its key. */
  readonly valueIds: Readonly<Record<string, string>>;
}
