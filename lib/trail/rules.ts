import type { EventKind } from "@/lib/events/event";
import { isPublished } from "@/lib/appraisal/stages";
import type { Standing } from "@/lib/appraisal/standing";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { TrailEntry } from "./types";

type Eye = "self" | "self_published" | "line" | "hr";

const selfEvents: readonly EventKind[] = ["self.saved", "self.submitted", "self.returned"];
const scoringEvents: readonly EventKind[] = [
  "manager.submitted",
  "manager.referred",
  "second_level.agreed",
  "second_level.returned",
  "interview.recorded",
  "interview.confirmed",
  "result.published",
  "result.acknowledged",
  "result.objected",
];
const ownLine: readonly EventKind[] = [
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
const visible: Readonly<Record<Eye, readonly EventKind[]>> = {
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

const managerDrafts: readonly EventKind[] = ["manager.saved", "manager.doubted"];

export function visibleKinds(
  relations: Pick<Standing, "has">,
  state: AppraisalState,
): readonly EventKind[] {
  if (relations.has("self")) return visible[isPublished(state) ? "self_published" : "self"];
  const kinds = new Set<EventKind>();
  if (relations.has("manager"))
    for (const kind of [...visible.line, ...managerDrafts]) kinds.add(kind);
  if (relations.has("second_level")) for (const kind of visible.line) kinds.add(kind);
  if (relations.has("hr")) for (const kind of visible.hr) kinds.add(kind);
  return [...kinds];
}

/**
 * The employee reads the scoring as one act: earlier submissions, or the number of the last, would tell that the sheet
 * was returned, and with what scores.
 */
export function shownEntries(
  relations: Pick<Standing, "has">,
  newestFirst: readonly TrailEntry[],
): readonly TrailEntry[] {
  if (!relations.has("self")) return newestFirst;
  let told = false;
  return newestFirst.flatMap((entry) => {
    if (entry.event.kind !== "manager.submitted") return [entry];
    if (told) return [];
    told = true;
    return [{ ...entry, event: { ...entry.event, number: 1, round: 1 } }];
  });
}
