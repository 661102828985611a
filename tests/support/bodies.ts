import type { CommandName } from "@/lib/commands/names";
import type { TestAppraisal } from "./appraisal";
import type { TestCompany } from "./company";
import { valueWith } from "./sheets";

export type AppraisalCommand = Exclude<
  CommandName,
  | `cycle.${string}`
  | `ruleset.${string}`
  | `people.${string}`
  | `departments.${string}`
  | `access.${string}`
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
  const interview = {
    ...{ heldOn: "2026-11-21", good: "接得住", short: "复盘慢", direction: "写交接表" },
    ...{ deductions: "诚信：隔天才报告。", minutes: "双方核对了事实。" },
  };
  return {
    "self-review.save": { ...target, value: valueWith(first, 6) },
    "self-review.submit": target,
    "manager-scoring.save": { ...target, value: valueWith(first, 6) },
    "manager-scoring.submit": target,
    "manager-scoring.return-self-review": { ...top, reason: words, rung: null },
    "second-level.agree": { items: [target], comment: "" },
    "second-level.return": { ...target, comment: words },
    "hr-audit.confirm": { ...top, beneficiaryView: "学员说当天就收到了。", comment: "" },
    "hr-audit.return": { ...top, reason: "insufficient", comment: words },
    "approval.approve": { ...top, reason: words },
    "approval.decline": { ...top, reason: words },
    "interview.record": { ...target, ...interview },
    "result.confirm-minutes": target,
    "result.acknowledge": { ...target, answer: "accepted" },
    "result.object": { ...target, text: words },
  };
}
