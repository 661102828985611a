import type { Path } from "./loose";

/** Every reason a document can be refused for. */
export const faultCodes = [
  // The text is no document at all.
  "not-json",
  "key-repeated",
  "too-deep",
  "too-large",
  // It is another kind of document.
  "is-framework",
  "is-policy",
  "is-appraisals",
  "is-appraisal",
  "is-results",
  // A part is not what belongs there.
  "missing",
  "unknown-key",
  "wrong-type",
  "not-allowed",
  "not-finite",
  "not-whole",
  "not-a-step",
  "too-small",
  "too-big",
  "too-long",
  "too-few",
  "too-many",
  "key-malformed",
  "text-blank",
  "text-unreadable",
  "pointer-malformed",
  // Parts do not fit each other: frameworks.
  "rungs-not-consecutive",
  "cap-out-of-reach",
  "value-key-repeated",
  // Policies.
  "bands-not-descending",
  "bands-overlap",
  "bands-leave-hole",
  "band-out-of-reach",
  "band-upside-down",
  "band-repeated",
  "band-unknown",
  "band-cannot-be-set",
  "band-floor-idle",
  "band-floor-lower",
  "consequence-repeated",
  "consequence-unknown",
  "rating-missing",
  "rule-needs-one-condition",
  "rule-without-effect",
  "share-repeated",
  "shares-not-hundred",
  "return-reason-repeated",
  "pointer-leads-nowhere",
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** Where a document is faulty and why; `data` holds the figures of the sentence (scores in half-points). */
export type Fault = {
  readonly path: Path;
  readonly code: FaultCode;
  readonly data?: Readonly<Record<string, string | number>>;
};
