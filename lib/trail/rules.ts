import type { AuditKind } from "@/lib/audit/event";
import type { Relation } from "@/lib/appraisal/policy";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { TrailEntry } from "./types";

type Eye = "self" | "self_published" | "line" | "hr";

const selfEvents: readonly AuditKind[] = ["self.saved", "self.submitted", "self.returned"];
const scoringEvents: readonly AuditKind[] = [
  "manager.submitted",
  "second_level.agreed",
  "second_level.returned",
  "interview.recorded",
  "interview.confirmed",
  "result.published",
  "result.acknowledged",
  "result.objected",
];
const ownLine: readonly AuditKind[] = [
  "self.submitted",
  "self.returned",
  "hr.returned",
  "approval.declined",
  ...scoringEvents,
];

/**
 * Who reads what of the trail. The employee never learns that a 5 was pending, nor HR's and approvers' votes; drafts
 * are their author's alone; who opened a sheet is HR's to see.
 */
const visible: Readonly<Record<Eye, readonly AuditKind[]>> = {
  self: selfEvents,
  self_published: [
    ...selfEvents,
    "manager.submitted",
    "interview.recorded",
    "interview.confirmed",
    "result.published",
    "result.acknowledged",
    "result.objected",
  ],
  line: ownLine,
  hr: [...ownLine, "hr.opened", "hr.beneficiary_view", "hr.confirmed", "approval.approved"],
};

const published: readonly AppraisalState[] = ["published", "acknowledged", "objected"];

export function visibleKinds(
  relations: ReadonlySet<Relation>,
  state: AppraisalState,
): readonly AuditKind[] {
  if (relations.has("self")) return visible[published.includes(state) ? "self_published" : "self"];
  const kinds = new Set<AuditKind>();
  if (relations.has("manager"))
    for (const kind of [...visible.line, "manager.saved" as const]) kinds.add(kind);
  if (relations.has("second_level")) for (const kind of visible.line) kinds.add(kind);
  if (relations.has("hr")) for (const kind of visible.hr) kinds.add(kind);
  return [...kinds];
}

/** Autosaves of one person in a row become one line, or a trail would be nothing else. */
export function foldSaves(newestFirst: readonly TrailEntry[]): TrailEntry[] {
  const folded: TrailEntry[] = [];
  for (const entry of newestFirst) {
    const last = folded.at(-1);
    const isSave = entry.event.kind === "self.saved" || entry.event.kind === "manager.saved";
    if (last && isSave && last.event.kind === entry.event.kind && last.by === entry.by) {
      folded[folded.length - 1] = { ...last, times: last.times + 1, value: null };
    } else {
      folded.push(entry);
    }
  }
  return folded;
}
