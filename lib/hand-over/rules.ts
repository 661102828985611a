import type { FieldCode } from "@/lib/errors/outcome";
import { chain, publishedStates } from "@/lib/appraisal/stages";
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

/** Who can take over, nearest first: those who left or are away are not among them. */
export interface Candidates {
  /** Above the former holder; above the successor where one is named. */
  readonly above: readonly string[];
  /** Heads of the department's line from its division up. */
  readonly heads: readonly string[];
  /** HR partners of the department and those above it. */
  readonly partners: readonly string[];
}

export interface Successor {
  readonly id: string;
  readonly isAway: boolean;
  /** Everybody above, whether they are there or not. */
  readonly line: readonly string[];
}

/** Who holds a sheet by name. */
export interface People extends Pick<
  AppraisalSubject,
  "secondLevelId" | "approverId" | "hrPartnerId"
> {
  readonly managerId: string;
}

type Held = Pick<AppraisalSubject, keyof People>;

const posts = {
  manager: "managerId",
  second_level: "secondLevelId",
  approver: "approverId",
  hr_partner: "hrPartnerId",
} as const satisfies Record<PersonPost, keyof People>;

export const postsOf = (people: Held, personId: string): readonly PersonPost[] =>
  isPost(Object.keys(posts)).filter((post) => people[posts[post]] === personId);

const isPost = (words: readonly string[]) =>
  words.filter((word): word is PersonPost => word in posts);

/** Why this person cannot take over these posts of the sheet; null when they can. */
export function successorFault(
  subject: AppraisalSubject,
  taken: readonly PersonPost[],
  to: Successor,
  partners: readonly string[],
): FieldCode | null {
  const { employeeId, managerId, scorerIds, auditorIds, voterIds, relatedIds } = subject;
  if (to.id === employeeId) return "successor_is_subject";
  if (relatedIds.includes(to.id)) return "successor_related";
  if (to.isAway) return "successor_away";
  if (to.line.includes(employeeId)) return "successor_below";
  const scores = (to.id === managerId && !taken.includes("manager")) || scorerIds.includes(to.id);
  const apart =
    subject.approverApart &&
    (subject.reviewerIds.includes(to.id) ||
      taken.includes("second_level") ||
      subject.secondLevelId === to.id);
  const judged = auditorIds.includes(to.id) || voterIds.includes(to.id);
  const faults: Readonly<Record<PersonPost, FieldCode | null>> = {
    manager: judged ? "successor_judged" : null,
    second_level: scores ? "successor_scored" : null,
    approver: scores
      ? "successor_scored"
      : apart
        ? "successor_reviewed"
        : auditorIds.includes(to.id)
          ? "successor_judged"
          : null,
    hr_partner: scores
      ? "successor_scored"
      : partners.includes(to.id)
        ? null
        : "successor_no_partner",
  };
  return taken.map((post) => faults[post]).find((fault) => fault !== null) ?? null;
}

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
  { above, heads, partners }: Candidates,
): People | null {
  const never = [subject.employeeId, from, ...subject.relatedIds];
  const first = (among: readonly string[]) => among.find((id) => !never.includes(id)) ?? null;
  const gives = (post: PersonPost) => taken.includes(post);
  const managerId = gives("manager") ? (to ?? first(above)) : subject.managerId;
  if (managerId === null) return null;
  never.push(managerId, ...subject.scorerIds);
  const held = (post: PersonPost, among: readonly string[]) => {
    if (gives(post) && to !== null && !gives("manager")) return to;
    const now = subject[posts[post]];
    return gives(post) || (now !== null && never.includes(now)) ? first(among) : now;
  };
  const follows = gives("manager") && openForReview.includes(subject.state);
  const secondLevelId = follows ? first(above) : held("second_level", above);
  const hrPartnerId = held("hr_partner", partners);
  never.push(...subject.auditorIds);
  if (subject.approverApart) never.push(...subject.reviewerIds);
  if (subject.approverApart && secondLevelId !== null) never.push(secondLevelId);
  return { managerId, secondLevelId, hrPartnerId, approverId: held("approver", heads) };
}

/**
 * Who holds a sheet by name once it is in another department: its nearest HR partner, and in another division its head.
 * Who would judge a score twice is passed over; null: nobody was found.
 */
export function holdersIn(
  subject: AppraisalSubject & { readonly divisionId: string },
  divisionId: string,
  { partners, heads }: Pick<Candidates, "partners" | "heads">,
): Pick<Held, "hrPartnerId" | "approverId"> {
  const { employeeId, managerId, secondLevelId, approverId, relatedIds, scorerIds } = subject;
  const never: readonly (string | null)[] = [employeeId, managerId, ...relatedIds, ...scorerIds];
  const first = (among: readonly string[], besides: readonly (string | null)[]) =>
    among.find((id) => !never.includes(id) && !besides.includes(id)) ?? null;
  const reviewers = [secondLevelId, ...subject.reviewerIds];
  const apart = subject.approverApart ? reviewers : [];
  return {
    hrPartnerId: first(partners, [...reviewers, ...subject.voterIds]),
    approverId:
      divisionId === subject.divisionId
        ? approverId
        : first(heads, [...apart, ...subject.auditorIds]),
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

export function movedPosts(before: Held, after: Held): readonly Moved[] {
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
