import type { EventKind } from "@/lib/events/event";
import { isPublished } from "@/lib/appraisal/stages";
import { relations as allRelations, type Standing } from "@/lib/appraisal/standing";
import type { AppraisalState, Relation } from "@/lib/appraisal/types";
import type { TrailEntry } from "./types";

/** The employee reads some things from the start, others only with the published result. */
type Reader = Relation | "self_published";

const line: readonly Reader[] = ["manager", "second_level", "hr"];
const selfAndLine: readonly Reader[] = ["self", ...line];
const publishedAndLine: readonly Reader[] = ["self_published", ...line];

/**
 * Who reads what of the trail, every kind of event decided. The employee never learns that a 5 was pending, nor HR's and
 * approvers' votes; drafts are their author's alone; who opened a sheet is HR's to see. What is of no appraisal has no
 * reader here.
 */
const readersOf: Readonly<Record<EventKind, readonly Reader[]>> = {
  "self.saved": ["self"],
  "self.submitted": selfAndLine,
  "self.returned": selfAndLine,
  "manager.saved": ["manager"],
  "manager.doubted": ["manager"],
  "manager.referred": line,
  "manager.submitted": publishedAndLine,
  "second_level.agreed": line,
  "second_level.returned": line,
  "hr.opened": ["hr"],
  "hr.beneficiary_view": ["hr"],
  "hr.confirmed": ["hr"],
  "hr.returned": line,
  "approval.approved": ["hr"],
  "approval.declined": line,
  "interview.recorded": publishedAndLine,
  "interview.confirmed": publishedAndLine,
  "result.published": publishedAndLine,
  "result.acknowledged": publishedAndLine,
  "result.objected": publishedAndLine,
  "cycle.opened": [],
  "cycle.window_changed": [],
  "cycle.closed": [],
  "ruleset.imported": [],
  "person.invited": [],
  "person.signed_in": [],
  "person.signed_out": [],
  "person.identity_linked": [],
  "person.created": [],
  "person.password_changed": [],
  "person.deactivated": [],
  "person.changed": [],
  "department.created": [],
  "department.changed": [],
  "role.granted": [],
  "role.revoked": [],
  "what_if.listed": [],
  "company.created": [],
};

const isKind = (word: string): word is EventKind => word in readersOf;
const kinds = Object.keys(readersOf).filter(isKind);

function readersAmong(relations: Pick<Standing, "has">, state: AppraisalState): readonly Reader[] {
  if (relations.has("self")) return isPublished(state) ? ["self", "self_published"] : ["self"];
  return allRelations.filter((relation) => relations.has(relation));
}

export function visibleKinds(
  relations: Pick<Standing, "has">,
  state: AppraisalState,
): readonly EventKind[] {
  const readers = readersAmong(relations, state);
  return kinds.filter((kind) => readersOf[kind].some((reader) => readers.includes(reader)));
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
  let shown = false;
  return newestFirst.flatMap((entry) => {
    if (entry.event.kind !== "manager.submitted") return [entry];
    if (shown) return [];
    shown = true;
    return [{ ...entry, event: { ...entry.event, number: 1, round: 1 } }];
  });
}
