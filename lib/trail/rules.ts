import type { EventKind, RecordedEvent } from "@/lib/events/event";
import { isPublished, stages, stepOfStage } from "@/lib/appraisal/stages";
import { relations as allRelations, type Standing } from "@/lib/appraisal/standing";
import type { AppraisalState, Relation } from "@/lib/appraisal/types";
import type { ChangedScore, ShownEvent, TrailEntry } from "./types";

/** Some things are read from the start, others only once the result is published, then by all who read the trail. */
type Reader = Relation | "published";

const line: readonly Reader[] = ["manager", "second_level", "hr"];
const selfAndLine: readonly Reader[] = ["self", ...line];
const publishedAndLine: readonly Reader[] = ["published", ...line];

/**
 * Who reads what of the trail, every kind of event decided. That second level agreed and which scores HR verified is the
 * proof of fairness, so it is read with the result. The employee never learns that a 5 was pending, nor HR's notes and
 * approvers' votes; drafts are their author's alone; who opened a sheet is HR's to see. What is of no appraisal has no
 * reader here.
 */
const readersOf: Readonly<Record<EventKind, readonly Reader[]>> = {
  "self.saved": ["self"],
  "self.case_moved": ["self"],
  "self.submitted": selfAndLine,
  "self.taken_back": ["self", "manager"],
  "self.returned": selfAndLine,
  "manager.saved": ["manager"],
  "manager.case_moved": ["manager"],
  "manager.doubted": ["manager"],
  "manager.referred": line,
  // A draft, but the proof that it was made first is the line's to read.
  "manager.scored_first": line,
  "manager.submitted": publishedAndLine,
  "manager.taken_back": line,
  "second_level.agreed": publishedAndLine,
  "second_level.returned": line,
  "sample.drawn": ["hr"],
  "second_level.taken_back": line,
  "hr.opened": ["hr"],
  "hr.beneficiary_view": ["hr"],
  "hr.beneficiary_link": ["hr"],
  "hr.beneficiary_link_revoked": ["hr"],
  "hr.beneficiary_answered": ["hr"],
  "hr.confirmed": ["published", "hr"],
  "hr.returned": line,
  // What HR asks of the manager is not the employee's to read before the result.
  "hr.reopened": line,
  "hr.reopened_self": selfAndLine,
  "hr.reopened_second_level": line,
  "hr.reopened_audit": line,
  "hr.taken_back": ["hr"],
  "hr.return_taken_back": line,
  "approval.approved": ["hr"],
  "approval.declined": line,
  "approval.asked": ["hr"],
  "approval.question_taken_back": ["hr"],
  "interview.arranged": selfAndLine,
  "approval.taken_back": ["hr"],
  "approval.decline_taken_back": line,
  "interview.recorded": publishedAndLine,
  "interview.confirmed": publishedAndLine,
  "interview.contested": publishedAndLine,
  "result.published": publishedAndLine,
  "result.acknowledged": publishedAndLine,
  "result.objected": publishedAndLine,
  "result.reopened": selfAndLine,
  "hand_over.manager": selfAndLine,
  "hand_over.second_level": line,
  "hand_over.approver": ["hr"],
  "hand_over.hr_partner": line,
  "sheet.transferred": [],
  "line.planned": [],
  "line.cancelled": [],
  "line.restored": [],
  "line.looked": [],
  "line.carried_out": [],
  "line.unfit": [],
  "fallen.looked": [],
  "delegation.named": [],
  "delegation.ended": [],
  "relation.declared": [],
  "relation.confirmed": [],
  "relation.ended": [],
  "participation.exempted": selfAndLine,
  "participation.included": selfAndLine,
  "participation.left": selfAndLine,
  "participation.extended": selfAndLine,
  "cycle.opened": [],
  "cycle.window_changed": [],
  "cycle.paused": [],
  "cycle.resumed": [],
  "cycle.closed": [],
  "sample.revealed": [],
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

type HandOver = Extract<RecordedEvent, { readonly kind: `hand_over.${string}` }>;

export const isHandOver = (event: ShownEvent): event is HandOver =>
  event.kind.startsWith("hand_over.");

/** What may be shown of an event to a manager to whom the self-review is `unseen` at these values. */
export function shownEvent(event: RecordedEvent, unseen: ReadonlySet<string>): ShownEvent {
  if (event.kind !== "self.submitted" || unseen.size === 0) return event;
  const { kind, number } = event;
  return { kind, number };
}

/**
 * What a manager handed in against the scores they gave before they saw the self-review: of each value the last first
 * score before it, a successor's where there was one. `oldestFirst`: all the reader may know, the submission among them.
 */
export function changedSinceFirst(
  event: RecordedEvent,
  oldestFirst: readonly RecordedEvent[],
): readonly ChangedScore[] {
  if (event.kind !== "manager.submitted") return [];
  const before = oldestFirst.slice(0, Math.max(oldestFirst.indexOf(event), 0));
  const firsts = new Map(
    before.flatMap((one) =>
      one.kind === "manager.scored_first" ? [[one.value, one.halfPoints] as const] : [],
    ),
  );
  return [...firsts].flatMap(([value, first]) => {
    const now = event.scores[value] ?? null;
    return now === null || now === first ? [] : [{ value, first, now }];
  });
}

const isKind = (word: string): word is EventKind => word in readersOf;
const kinds = Object.keys(readersOf).filter(isKind);

function readersAmong(relations: Pick<Standing, "has">, published: boolean): readonly Reader[] {
  const later: readonly Reader[] = published ? ["published"] : [];
  if (relations.has("self")) return ["self", ...later];
  const mine = allRelations.filter(
    (relation) => relations.has(relation) && relation !== "approver",
  );
  return mine.length === 0 ? [] : [...mine, ...later];
}

interface Place {
  readonly state: AppraisalState;
  readonly edition: number;
}

/** Of everything that happened: once published, what belongs to it stays readable; see `shownEditions`. */
export function visibleKinds(
  relations: Pick<Standing, "has">,
  { state, edition }: Place,
): readonly EventKind[] {
  return kindsIn(relations, isPublished(state) || edition > 1);
}

function kindsIn(relations: Pick<Standing, "has">, published: boolean): readonly EventKind[] {
  const readers = readersAmong(relations, published);
  return kinds.filter((kind) => readersOf[kind].some((reader) => readers.includes(reader)));
}

/** Who gave a hand-over is HR's to read: one nobody signs would tell of a declared relation. */
const unsigned = (entry: TrailEntry): TrailEntry =>
  isHandOver(entry.event) ? { ...entry, by: null, byFor: null } : entry;

/** Stages that are one step to the employee have its name and due date, and no reason that could name one of them. */
function extendedForSelf(
  entry: TrailEntry,
  { stepTo, ...event }: Extract<RecordedEvent, { readonly kind: "participation.extended" }>,
): TrailEntry[] {
  const step = stages.filter((one) => one === event.stage).map(stepOfStage)[0];
  if (step === undefined || stages.filter((one) => stepOfStage(one) === step).length === 1)
    return [{ ...entry, event }];
  return stepTo === undefined
    ? []
    : [{ ...entry, event: { ...event, stage: step, to: stepTo, reason: "" } }];
}

/**
 * The employee reads the way to the result as one: earlier submissions and reviews, or the number of the last, would tell
 * that the sheet was returned, and with what scores. What HR verified before the last submission holds for the scores that
 * were left as they were, so it stands with the agreement to them. Reviewers are named by their role.
 */
export function shownEntries(
  relations: Pick<Standing, "has">,
  newestFirst: readonly TrailEntry[],
): readonly TrailEntry[] {
  if (!relations.has("self")) return relations.has("hr") ? newestFirst : newestFirst.map(unsigned);
  const last = (kind: EventKind) => newestFirst.find(({ event }) => event.kind === kind);
  const [submitted, agreed] = [last("manager.submitted"), last("second_level.agreed")];
  const scores = submitted?.event.kind === "manager.submitted" ? submitted.event.scores : {};
  const from = Math.max(submitted?.at.getTime() ?? 0, agreed?.at.getTime() ?? 0);
  const verified = new Set<string>();
  const shown = newestFirst.flatMap((entry): TrailEntry[] => {
    const { event } = entry;
    if (event.kind === "participation.extended") return extendedForSelf(entry, event);
    if (event.kind === "manager.submitted")
      return entry === submitted ? [{ ...entry, event: { ...event, number: 1, round: 1 } }] : [];
    if (event.kind === "second_level.agreed")
      return entry === agreed
        ? [{ ...entry, by: null, byFor: null, event: { ...event, round: 1 } }]
        : [];
    if (event.kind !== "hr.confirmed") return [unsigned(entry)];
    if (verified.has(event.value) || scores[event.value] !== event.halfPoints) return [];
    verified.add(event.value);
    const at = new Date(Math.max(entry.at.getTime(), from));
    return [
      {
        ...entry,
        id: `${event.kind}:${event.value}`,
        at,
        since: at,
        by: null,
        byFor: null,
        event: { ...event, round: 1 },
      },
    ];
  });
  return shown.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/**
 * The way to each edition of the result is read as one by itself. What only the published result shows is hidden of the one
 * that is under way again.
 */
export function shownEditions(
  relations: Pick<Standing, "has">,
  state: AppraisalState,
  newestFirst: readonly TrailEntry[],
): readonly TrailEntry[] {
  const begins = newestFirst.flatMap(({ event }, at) =>
    event.kind === "result.reopened" ? [at + 1] : [],
  );
  const ways = [0, ...begins].map((from, index) => newestFirst.slice(from, begins[index]));
  const known = new Set(kindsIn(relations, isPublished(state)));
  return ways.flatMap((way, index) =>
    shownEntries(relations, index === 0 ? way.filter(({ event }) => known.has(event.kind)) : way),
  );
}
