import { may } from "@/lib/appraisal/permissions";
import { standingOf } from "@/lib/appraisal/standing";
import type { AppraisalSubject } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";

/** What of a dossier one reader may see. */
export interface Sight {
  /** All values and the total, or only those at the top that wait for approval. */
  readonly values: "all" | "top";
  /** What HR found and what the beneficiaries said; approvers' votes. Never the employee's, nor the scoring line's. */
  readonly hrNotes: boolean;
  /** That the manager was in doubt about a value: between the scoring line and HR. */
  readonly doubts: boolean;
  /** The way of the sheet between manager, second level, HR and approver. The employee sees only their own returns. */
  readonly inner: boolean;
}

/** Null when this person may not open the dossier at all in its present state. */
export function sightOf(actor: Actor, subject: AppraisalSubject): Sight | null {
  if (!may(actor, "manager.read", subject).ok) return null;
  const mine = standingOf(actor, subject);
  if (mine.has("self")) return { values: "all", hrNotes: false, doubts: false, inner: false };
  const line = mine.has("manager") || mine.has("second_level") || mine.has("hr");
  return {
    values: line ? "all" : "top",
    hrNotes: mine.has("hr") || (mine.has("approver") && subject.state === "approval"),
    doubts: line,
    inner: true,
  };
}
