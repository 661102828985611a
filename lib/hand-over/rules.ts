import type { Actor } from "@/lib/authz/actor";
import type { FieldCode } from "@/lib/errors/outcome";
import { chain, publishedStates } from "@/lib/appraisal/stages";
import { barTo } from "@/lib/appraisal/rules";
import type { Question, Relation } from "@/lib/appraisal/standing";
import type { AppraisalState, AppraisalSubject } from "@/lib/appraisal/types";
import { isWritten } from "@/lib/sheet/rules";
import type { SheetValue } from "@/lib/sheet/types";
import { keptDraftSchema } from "./schema";
import type { FormerDraft, PersonPost, TakeOver, Way } from "./types";

/** From publication on nobody of the line has anything left to do on a sheet. */
export const openStates = chain.where(({ state }) => !publishedStates.includes(state));

/** Only here the manager's sheet is a draft; later it was handed in and others have read it. */
const draftStates: readonly AppraisalState[] = ["self_review", "manager_scoring"];

/** What a manager alone can do; and the successor of a sheet that was handed in goes on from it, whatever was asked for many. */
export function wayFor(post: PersonPost, state: AppraisalState, way: Way): Way {
  if (post !== "manager") return "continue";
  return way === "anew" && !draftStates.includes(state) ? "continue" : way;
}

/** Somebody who could take over: here, and above them everybody, nearest first, whether they are here or not. */
export interface Candidate {
  readonly id: string;
  readonly line: readonly string[];
}

/** Who can take over, nearest first: those who left or are away are not among them. */
export interface Candidates {
  /** Above the former holder; above the successor where one is named. */
  readonly above: readonly Candidate[];
  /** Heads of the department's line from its division up. */
  readonly heads: readonly Candidate[];
  /** HR partners of the department and those above it. */
  readonly partners: readonly Candidate[];
}

export interface Successor extends Candidate {
  readonly isAway: boolean;
  /** Whether anybody who is here reports to them. */
  readonly leads: boolean;
  readonly isHrAdmin: boolean;
}

/** Where a sheet stands in the company: who may be named for it. */
export interface Surroundings extends Pick<Candidates, "heads" | "partners"> {
  /** Everybody above its manager, whether they are here or not. */
  readonly aboveManager: readonly string[];
}

/** Who holds a sheet by name. */
export interface People extends Pick<
  AppraisalSubject,
  "secondLevelId" | "approverId" | "hrPartnerId"
> {
  readonly managerId: string;
}

type Named = Pick<AppraisalSubject, keyof People>;

const posts = {
  manager: "managerId",
  second_level: "secondLevelId",
  approver: "approverId",
  hr_partner: "hrPartnerId",
} as const satisfies Record<PersonPost, keyof People>;

const workOf = {
  manager: "manager",
  second_level: "second_level",
  approver: "approver",
  hr_partner: "hr",
} as const satisfies Record<PersonPost, Relation>;

export const postsOf = (people: Named, personId: string): readonly PersonPost[] =>
  isPost(Object.keys(posts)).filter((post) => people[posts[post]] === personId);

const isPost = (words: readonly string[]) =>
  words.filter((word): word is PersonPost => word in posts);

/** What `standing.ts` has against somebody, as it is said of a successor. */
function faultOf(bar: Question): FieldCode {
  switch (bar.kind) {
    case "related":
      return "successor_related";
    case "reviewed_and_apart":
      return "successor_reviewed";
    case "reviewed":
      return "successor_agreed";
    case "audited":
    case "voted":
      return "successor_judged";
    case "holds":
      if (bar.post === "employeeId") return "successor_is_subject";
      return bar.post === "secondLevelId" ? "successor_agreed" : "successor_scored";
    default:
      return "successor_scored";
  }
}

/**
 * Whoever judges a score higher up stands higher up: the approver above the sheet's manager, at the head of its division or
 * above, or, where no such head may, in the office of the administrators; the second level leads people or stands above the
 * manager. Whoever a post falls to is found there: `Candidates` holds nobody else.
 */
function rankFault(
  post: PersonPost,
  to: Successor,
  { heads, aboveManager }: Surroundings,
  sheet: AppraisalSubject,
): FieldCode | null {
  if (aboveManager.includes(to.id)) return null;
  if (post === "second_level") return to.leads ? null : "successor_leads_nobody";
  if (post !== "approver" || heads.some(({ id }) => id === to.id)) return null;
  const others = heads.filter(({ id }) => id !== sheet.approverId);
  const isOffice = to.isHrAdmin && firstFor("approver", others, sheet) === null;
  return isOffice ? null : "successor_too_low";
}

/**
 * Whoever had a part in a sheet does not choose who else judges it; `actedOn`: the sheets whose work the actor did, alone or by
 * a deputy.
 */
export const mayName = (
  { employeeId }: Pick<Actor, "employeeId">,
  subject: AppraisalSubject,
  actedOn: ReadonlySet<string>,
): boolean =>
  !actedOn.has(subject.appraisalId) &&
  ![subject.scorerIds, subject.reviewerIds, subject.auditorIds, subject.voterIds]
    .flat()
    .includes(employeeId);

/** Why this person cannot take over these posts of the sheet; null when they can. */
export function successorFault(
  subject: AppraisalSubject,
  taken: readonly PersonPost[],
  to: Successor,
  around: Surroundings,
): FieldCode | null {
  const { employeeId, relatedIds } = subject;
  if (to.id === employeeId) return "successor_is_subject";
  if (relatedIds.includes(to.id)) return "successor_related";
  if (to.isAway) return "successor_away";
  if (to.line.includes(employeeId)) return "successor_below";
  // Who takes the scoring over takes nothing else: see `lineAfter`.
  const gets = taken.includes("manager") ? (["manager"] as const) : taken;
  const after = gets.reduce((sheet, post) => ({ ...sheet, [posts[post]]: to.id }), subject);
  const faults = gets.map((post) => {
    const bar = barTo(workOf[post], to.id, after);
    if (bar !== null) return faultOf(bar);
    const isPartner = around.partners.some(({ id }) => id === to.id);
    if (post === "hr_partner") return isPartner ? null : "successor_no_partner";
    return rankFault(post, to, around, subject);
  });
  return faults.find((fault) => fault !== null) ?? null;
}

/** The first who may hold the post beside the others who hold the sheet; nobody does who reports to its employee. */
const firstFor = (post: PersonPost, among: readonly Candidate[], sheet: AppraisalSubject) =>
  among.find(
    ({ id, line }) => !line.includes(sheet.employeeId) && barTo(workOf[post], id, sheet) === null,
  )?.id ?? null;

/** Before one over one has agreed, whoever stands above the new manager will be asked. */
const openForReview: readonly AppraisalState[] = ["self_review", "manager_scoring", "second_level"];

/**
 * Who holds the sheet once `from` has given these posts away, to the successor or, where nobody is named, to the next in
 * line. Who would judge a score twice gives way as well. Null when there is no manager left to score.
 */
export function lineAfter(
  subject: AppraisalSubject,
  from: string,
  taken: readonly PersonPost[],
  to: string | null,
  candidates: Candidates,
): People | null {
  const gives = (post: PersonPost) => taken.includes(post);
  const besides = (among: readonly Candidate[]) => among.filter(({ id }) => id !== from);
  const above = besides(candidates.above);
  const managerId = gives("manager")
    ? (to ?? firstFor("manager", above, subject))
    : subject.managerId;
  if (managerId === null) return null;
  // Whoever gives the scoring away may have scored.
  const scorerIds = gives("manager") ? [...subject.scorerIds, from] : subject.scorerIds;
  const scored = { ...subject, managerId, scorerIds };
  const held = (post: PersonPost, among: readonly Candidate[], sheet: AppraisalSubject) => {
    if (gives(post) && to !== null && !gives("manager")) return to;
    const now = sheet[posts[post]];
    const stays = !gives(post) && (now === null || barTo(workOf[post], now, sheet) === null);
    return stays ? now : firstFor(post, besides(among), sheet);
  };
  const follows = gives("manager") && openForReview.includes(subject.state);
  const secondLevelId = follows
    ? firstFor("second_level", above, scored)
    : held("second_level", above, scored);
  const reviewed = { ...scored, secondLevelId };
  const hrPartnerId = held("hr_partner", candidates.partners, reviewed);
  const approverId = held("approver", candidates.heads, reviewed);
  return { managerId, secondLevelId, hrPartnerId, approverId };
}

/**
 * Who holds a sheet by name once it is in another department: its nearest HR partner, and in another division its head.
 * Who would judge a score twice is passed over; null: nobody was found.
 */
export function holdersIn(
  subject: AppraisalSubject,
  divisionId: string,
  { partners, heads }: Pick<Candidates, "partners" | "heads">,
): Pick<Named, "hrPartnerId" | "approverId"> {
  const stays = divisionId === subject.divisionId;
  return {
    hrPartnerId: firstFor("hr_partner", partners, subject),
    approverId: stays ? subject.approverId : firstFor("approver", heads, subject),
  };
}

export interface Moved {
  readonly post: PersonPost;
  readonly from: string | null;
  readonly to: string | null;
}

export interface MovedUnit {
  readonly post: "department" | "division";
  readonly from: string;
  readonly to: string;
}

interface InUnits {
  readonly departmentId: string;
  readonly divisionId: string;
}

export function movedUnits(before: InUnits, after: InUnits): readonly MovedUnit[] {
  const units = [
    { post: "department" as const, from: before.departmentId, to: after.departmentId },
    { post: "division" as const, from: before.divisionId, to: after.divisionId },
  ];
  return units.filter(({ from, to }) => from !== to);
}

export function movedPosts(before: Named, after: Named): readonly Moved[] {
  return isPost(Object.keys(posts)).flatMap((post) => {
    const [from, to] = [before[posts[post]], after[posts[post]]];
    return from === to ? [] : [{ post, from, to }];
  });
}

interface KeptHandOver {
  readonly at: Date;
  readonly way: Way | null;
  readonly note: string;
  readonly draft: unknown;
  readonly from: { readonly name: string } | null;
}

/** How who has the sheet now took it over, and what all before them left; null where nobody was. The last comes first. */
export function takeOverOf(kept: readonly KeptHandOver[]): TakeOver | null {
  const [last] = kept;
  if (last === undefined || last.from === null) return null;
  const { at, way, note, from } = last;
  return { from: from.name, at, way: way ?? "continue", note, drafts: kept.flatMap(formerDraft) };
}

function formerDraft({ draft, from, at }: KeptHandOver): FormerDraft[] {
  const values = keptDraftSchema.safeParse(draft).data?.values.filter(isWrittenValue) ?? [];
  return from === null || values.length === 0 ? [] : [{ from: from.name, at, values }];
}

const isWrittenValue = ({ judgements, cases, justification }: SheetValue): boolean =>
  Object.keys(judgements).length > 0 || cases.some(isWritten) || justification !== "";
