import type { ValueDefinition } from "../documents/framework";
import { maxOfValue, type HalfPoints } from "../figures";
import type { PolicyDocument } from "../documents/policy";
import type { RungOutcome } from "../ladder/types";

/**
 * Whether a score needs the manager's written facts; `threshold` is the half-points of the rule that asks. `excused`:
 * not the score asks but a lapse that was called excusable; `sanction`: a consequence the value causes.
 */
export type JustificationRule = {
  readonly required: boolean;
  readonly reason: "exactly" | "at-least" | "at-most" | "excused" | "sanction" | null;
  readonly threshold: HalfPoints | null;
};

/**
 * Where a score goes after the second-level review. `verify`: HR confirms it; `sample`: it may be drawn for HR's spot
 * check; `beneficiaryView`: HR asks who benefited; `approve`: the division head decides; `refer`: the judge was in
 * doubt, so one over one and HR look at it; `sanction`: the value causes a consequence, so HR verifies its facts.
 */
export type Routing = {
  readonly verify: boolean;
  readonly sample: boolean;
  readonly beneficiaryView: boolean;
  readonly approve: boolean;
  readonly refer: boolean;
  readonly sanction: boolean;
};

/** Which written justification one value's score needs (classic: 0, 0.5 and 4 or more; 2006 manual: ≤ 0.5 or ≥ 3). */
export function justificationRule(policy: PolicyDocument, score: HalfPoints): JustificationRule {
  const { exactly, atLeast, atMost } = policy.justification;
  if (exactly.includes(score)) return { required: true, reason: "exactly", threshold: score };
  if (atLeast !== null && score >= atLeast)
    return { required: true, reason: "at-least", threshold: atLeast };
  if (atMost !== null && score <= atMost)
    return { required: true, reason: "at-most", threshold: atMost };
  return { required: false, reason: null, threshold: null };
}

/** The same for a judged value: an excusable lapse that earns a half needs its reason where the policy says so. */
export function justificationOf(
  policy: PolicyDocument,
  score: HalfPoints,
  rungs: readonly RungOutcome[],
): JustificationRule {
  const rule = justificationRule(policy, score);
  if (rule.required || policy.justification.whenExcused !== true) return rule;
  return rungs.some(({ counts, because }) => counts && because === "excused")
    ? { required: true, reason: "excused", threshold: null }
    : rule;
}

/**
 * HR audit and approval rows of the 2006 manual: low and high scores verified, the others sampled where the policy
 * samples, the 5s approved by the division head. `refer` is the judge's word and `sanction` the whole sheet's, not the
 * score's.
 */
export function routeScore(
  policy: PolicyDocument,
  value: ValueDefinition,
  score: HalfPoints,
): Routing {
  const { verifyAtMost, verifyAtLeast, beneficiaryViewAt, approveAt, topRung } = policy.audit;
  const reaches = (bound: number | null) => bound !== null && score >= bound;
  const fullLadder = maxOfValue(value) === topRung * 2;
  const verify = reaches(verifyAtLeast) || (verifyAtMost !== null && score <= verifyAtMost);
  return {
    verify,
    sample: !verify && policy.audit.sample !== undefined,
    beneficiaryView: fullLadder && reaches(beneficiaryViewAt),
    approve: fullLadder && reaches(approveAt),
    refer: false,
    sanction: false,
  };
}

/** Whether a value's cases are candidates for the case library (51CTO: those of a 4 and a 5). */
export function isLibraryCandidate(policy: PolicyDocument, score: HalfPoints | null): boolean {
  return score !== null && score >= (policy.libraryFrom ?? Number.POSITIVE_INFINITY);
}

/**
 * Whether HR must look at a score. The view of who benefited is recorded when HR confirms, so a policy that asks only
 * for the view asks for the look as well; what the judge was in doubt about is referred to one over one and HR (2006
 * manual), so HR looks at it, too; so does what a consequence rests on (ours).
 */
export function mustVerify({ verify, beneficiaryView, refer, sanction }: Routing): boolean {
  return verify || beneficiaryView || refer || sanction;
}

/**
 * Why HR must look, the strongest first: at the top, a consequence rests on it, HR returned it, at or under the lower
 * bound, at or over the upper one, in doubt.
 */
export type AuditReason = "five" | "sanction" | "returned" | "low" | "high" | "doubt";

const isTop = ({ beneficiaryView, approve }: Routing) => beneficiaryView || approve;

/** Whether HR looks because a consequence rests on the score; at the top there is a stronger reason. */
export function isGround(routing: Routing): boolean {
  return routing.sanction && !isTop(routing);
}

/**
 * The strongest reason to look at a score that goes where `routing` says, or that comes back to HR whatever it is now
 * (`returned`); null where HR need not, or has no score yet.
 */
export function auditReason(
  policy: PolicyDocument,
  score: HalfPoints | null,
  routing: Routing,
  returned = false,
): AuditReason | null {
  if (score === null || !(returned || mustVerify(routing))) return null;
  if (isTop(routing) && mustVerify(routing)) return "five";
  if (isGround(routing)) return "sanction";
  if (returned) return "returned";
  if (!routing.verify) return "doubt";
  const { verifyAtMost } = policy.audit;
  return verifyAtMost !== null && score <= verifyAtMost ? "low" : "high";
}
