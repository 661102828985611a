import type { CommandName } from "@/lib/commands/names";
import type { TestAppraisal } from "./appraisal";
import type { TestCompany } from "./company";
import { viewOn } from "./review";
import { valueWith } from "./sheets";

export type AppraisalCommand = Exclude<
  CommandName,
  | `cycle.${string}`
  | `ruleset.${string}`
  | `people.${string}`
  | `departments.${string}`
  | `access.${string}`
  | `hand-over.${string}`
  | `reporting.${string}`
  | `delegation.${string}`
  | `relations.${string}`
  | `participation.${string}`
>;

/** A valid body of every command on an appraisal, as the browser sends it, for the scores of `eventful`. */
export function bodies(
  company: TestCompany,
  { target }: TestAppraisal,
): Readonly<Record<AppraisalCommand, unknown>> {
  const [first] = company.ruleset.framework.values;
  if (first === undefined) throw new Error("no value");
  const words = "事实与口径对不上，请补充。";
  const top = { ...target, value: "customer-first" };
  const reason = { value: "customer-first", reason: words };
  const interview = {
    ...{ heldOn: "2026-11-21", good: "接得住", short: "复盘慢", direction: "写交接表" },
    ...{ deductions: "诚信：隔天才报告。", minutes: "双方核对了事实。" },
    told: ["integrity"],
  };
  return {
    "self-review.save": { ...target, value: valueWith(first, 6) },
    "self-review.submit": target,
    "manager-scoring.save": { ...target, value: valueWith(first, 6) },
    "manager-scoring.submit": target,
    "manager-scoring.return-self-review": { ...target, reasons: [reason] },
    "second-level.agree": { items: [target], comment: "" },
    "second-level.return": { ...target, reasons: [{ reason: words }] },
    "second-level.take-back": target,
    "self-review.take-back": target,
    "manager-scoring.take-back": target,
    "hr-audit.take-back": top,
    "approval.take-back": top,
    "hr-audit.confirm": { ...top, comment: "" },
    "beneficiary.record": viewOn(target.appraisalId, "customer-first"),
    "beneficiary.make-link": {
      ...{ appraisalId: target.appraisalId, value: "customer-first" },
      ...{ question: words, days: 7 },
    },
    "beneficiary.revoke-link": {
      appraisalId: target.appraisalId,
      linkId: "00000000-0000-4000-8000-000000000000",
    },
    "hr-audit.reopen": { ...target, to: "self_review", reasons: [reason] },
    "hr-audit.return": { ...target, reasons: [{ ...reason, caseReason: "insufficient" }] },
    "approval.approve": { ...top, reason: words },
    "approval.decline": { ...target, reasons: [reason] },
    "approval.ask": { ...target, reasons: [reason] },
    "interview.arrange": {
      ...{ ...target, version: 0, day: "2026-11-25", time: "14:30", minutes: 45 },
      ...{ place: "三号会议室", note: "" },
    },
    "interview.prepare": { ...target, version: 0, topics: "想谈轮岗", notes: "" },
    "interview.save": { ...target, version: 0, ...interview },
    "interview.record": { ...target, draftVersion: 0, ...interview },
    "result.confirm-minutes": target,
    "result.contest-minutes": { ...target, text: "还谈了轮岗，记录里没有。" },
    "result.acknowledge": { ...target, answer: "accepted" },
    "result.object": { ...target, text: words },
  };
}
