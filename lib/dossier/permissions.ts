import { may } from "@/lib/appraisal/permissions";
import { standingOf, type Ground, type Relation } from "@/lib/appraisal/standing";
import type { AppraisalSubject } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";

/** What of a dossier one reader may see. */
export interface Sight {
  /** What lets this reader in. */
  readonly ground: Ground;
  /** All values and the total, or only those at the top that wait for approval. */
  readonly values: "all" | "top";
  /** What HR found and what the beneficiaries said; approvers' votes. Never the employee's, nor the scoring line's. */
  readonly hrNotes: boolean;
  /** That the manager was in doubt about a value: between the scoring line and HR. */
  readonly doubts: boolean;
  /** The way of the sheet between manager, second level, HR and approver. The employee sees only their own returns. */
  readonly inner: boolean;
}

/**
 * Null when this person may not open the dossier at all in its present state. `as`: in which relation the room is open to
 * them; the approver's room is for the top alone, whatever else they are.
 */
export function sightOf(actor: Actor, subject: AppraisalSubject, as?: Relation): Sight | null {
  const allowed = may(actor, "manager.read", subject);
  if (!allowed.ok) return null;
  const mine = standingOf(actor, subject);
  const ground = (as === undefined ? null : mine.get(as)) ?? allowed.ground;
  // A later manager sees what the employee was given.
  if (mine.has("self") || allowed.relation === "present_manager")
    return { ground, values: "all", hrNotes: false, doubts: false, inner: false };
  const line = mine.has("manager") || mine.has("second_level") || mine.has("hr");
  return {
    ground,
    values: line && as !== "approver" ? "all" : "top",
    hrNotes: mine.has("hr") || (mine.has("approver") && subject.state === "approval"),
    doubts: line,
    inner: true,
  };
}
