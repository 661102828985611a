import type { Signed } from "@/lib/appraisal/types";
import type { QuestionOf, ShownQuestion } from "./types";

interface Asked extends QuestionOf {
  readonly verdict: string;
}

interface Answer {
  readonly valueKey: string;
  readonly answersId: string | null;
}

/** The last word an approver has in this round, where it is a question HR has not answered; both oldest first. */
export function openQuestions<Q extends Asked>(
  approvals: readonly Q[],
  verifications: readonly Answer[],
  round: number,
): ReadonlyMap<string, Q> {
  const last = new Map(
    approvals.filter((word) => word.round === round).map((word) => [word.valueKey, word]),
  );
  const answered = new Map(
    verifications.map(({ valueKey, answersId }) => [valueKey, answersId] as const),
  );
  return new Map(
    [...last].filter(
      ([key, { id, verdict }]) => verdict === "asked" && (answered.get(key) ?? null) !== id,
    ),
  );
}

interface Word {
  readonly valueKey: string;
  readonly byId: string;
  readonly at: Date;
}

/** Rows as the tables hold them, the oldest first. */
interface Kept {
  readonly approvals: readonly (Word & Asked & { readonly reason: string })[];
  readonly verifications: readonly (Word & Answer & { readonly comment: string })[];
  /** Where a question was pinned stands in its note. */
  readonly notes: readonly {
    readonly valueKey: string | null;
    readonly byId: string;
    readonly at: Date;
    readonly point: number | null;
    readonly caseTitle: string | null;
    readonly takenBackAt: Date | null;
  }[];
}

/** What was asked about one value and not taken back, the oldest first, each with its answer. */
export function questionsOf(
  key: string,
  { approvals, verifications, notes }: Kept,
  signed: (byId: string, at: Date) => Signed,
): readonly ShownQuestion[] {
  return approvals.flatMap(({ id, valueKey, verdict, reason, byId, at }): ShownQuestion[] => {
    const note = notes.find(
      (one) => one.valueKey === key && one.byId === byId && one.at.getTime() === at.getTime(),
    );
    if (valueKey !== key || verdict !== "asked" || note === undefined || note.takenBackAt !== null)
      return [];
    const given = verifications.findLast(({ answersId }) => answersId === id);
    const answer =
      given === undefined
        ? null
        : { words: given.comment, at: given.at, ...signed(given.byId, given.at) };
    const { point, caseTitle } = note;
    return [{ id, words: reason, at, point, caseTitle, answer, ...signed(byId, at) }];
  });
}
