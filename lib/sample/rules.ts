import { sealedRank } from "@/lib/scoring";

/** One value of one sheet. */
export interface Score {
  readonly appraisalId: string;
  readonly valueKey: string;
}

/** With its score, in half-points. */
export interface Taking extends Score {
  readonly halfPoints: number;
}

/**
 * What makes the lot of a score. Sheet and value are there before anybody scores and stay when a sheet is handed
 * in again, so that nobody chooses a place in the order.
 */
export function itemOf({ appraisalId, valueKey }: Score): string {
  return `${appraisalId}/${valueKey}`;
}

/**
 * By what a score is ranked in the draw, and how it is shown: nobody without the key can tell whose it is. `lotKey`: null in
 * cycles in which something was drawn before there were lots.
 */
export function lotOf(score: Score, lotKey: string | null): string {
  return lotKey === null ? itemOf(score) : sealedRank(lotKey, itemOf(score));
}

/** Of how many sheets a draw must be to be shown: of fewer, how many scores took part would tell what the others were. */
export const SHOWN_FROM_SHEETS = 5;

/** After the seed is known a draw could be foretold, so whatever came later than that is looked at altogether. */
export function percentOf(percent: number, revealed: boolean): number {
  return revealed ? 100 : percent;
}

/** Of a manager's scores that wait: one population where none were drawn yet, else one of every sheet. */
export function populationsOf<T extends Score>(
  waiting: readonly T[],
  late: boolean,
): readonly { readonly appraisalId: string | null; readonly scores: readonly T[] }[] {
  if (!late) return waiting.length === 0 ? [] : [{ appraisalId: null, scores: waiting }];
  const sheets = [...new Set(waiting.map(({ appraisalId }) => appraisalId))];
  return sheets.map((appraisalId) => ({
    appraisalId,
    scores: waiting.filter((score) => score.appraisalId === appraisalId),
  }));
}
