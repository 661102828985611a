import "server-only";
import { readTimeZone } from "@/lib/company/store";
import type { AuditReason } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { dayIn, type IsoDay } from "@/lib/i18n/zone";
import type { Ruleset } from "@/lib/ruleset/types";
import type { SheetResult, Verdict } from "@/lib/scoring";
import type { OtherScores, Sheet, SheetCase, SheetPair, SheetValue, Side } from "../types";

interface OfValue {
  readonly side: Side;
  readonly valueId: string;
}

interface JudgementRow extends OfValue {
  readonly point: number;
  readonly verdict: Verdict;
}

export interface CaseRow extends OfValue, SheetCase {
  readonly position: number;
}

export interface ScoreRow extends OfValue {
  readonly halfPoints: number | null;
  readonly maxHalfPoints: number;
  readonly justification: string;
  readonly justifiedHalfPoints: number | null;
  readonly inDoubtById: string | null;
  readonly inDoubtRound: number | null;
  readonly auditReason: AuditReason | null;
  readonly needsView: boolean;
  readonly needsApproval: boolean;
  readonly maySample: boolean;
  readonly referred: boolean;
}

/** All that is written on one appraisal, both sides. */
export interface SheetRows {
  readonly judgements: readonly JudgementRow[];
  /** In the order they stand on the sheet. */
  readonly cases: readonly CaseRow[];
  readonly scores: readonly ScoreRow[];
}

export async function readSheetRows(tx: Reading, appraisalId: string): Promise<SheetRows> {
  const [rows] = await tx.$queryRaw<SheetRows[]>`
    SELECT
      (SELECT coalesce(json_agg(j), '[]') FROM (
        SELECT side, value_id AS "valueId", point, verdict
        FROM judgement WHERE appraisal_id = ${appraisalId}::uuid
      ) j) AS judgements,
      (SELECT coalesce(json_agg(c), '[]') FROM (
        SELECT side, value_id AS "valueId", position, id, point AS rung, kind, title,
          coalesce(to_char(happened_on, 'YYYY-MM-DD'), '') AS "happenedOn", happened, action, outcome, beneficiary
        FROM appraisal_case WHERE appraisal_id = ${appraisalId}::uuid ORDER BY position, id
      ) c) AS cases,
      (SELECT coalesce(json_agg(s), '[]') FROM (
        SELECT side, value_id AS "valueId", half_points AS "halfPoints", max_half_points AS "maxHalfPoints",
          justification, justified_half_points AS "justifiedHalfPoints", in_doubt_by_id AS "inDoubtById", in_doubt_round AS "inDoubtRound",
          audit_reason AS "auditReason", needs_view AS "needsView", needs_approval AS "needsApproval",
          may_sample AS "maySample", referred
        FROM value_score WHERE appraisal_id = ${appraisalId}::uuid
      ) s) AS scores`;
  if (rows === undefined) throw new Error("readSheetRows: no row");
  return rows;
}

/** Whether a row is of this value of this side. */
export function isOf(side: Side, valueId: string | undefined): (row: OfValue) => boolean {
  return (row) => row.side === side && row.valueId === valueId;
}

export function sheetsOf({ judgements, cases, scores }: SheetRows, ruleset: Ruleset): SheetPair {
  const build = (side: Side): Sheet => ({
    side,
    values: ruleset.framework.values.map(({ key }) => {
      const mine = isOf(side, ruleset.valueIds[key]);
      const scored = scores.find(mine);
      return {
        key,
        judgements: Object.fromEntries(
          judgements.filter(mine).map((row) => [row.point, row.verdict]),
        ),
        cases: cases.filter(mine).map(toCase),
        justification: scored?.justification ?? "",
        inDoubt: (scored?.inDoubtById ?? null) !== null,
      };
    }),
  });
  return { self: build("self"), manager: build("manager") };
}

function toCase({ side: _side, valueId: _valueId, position: _position, ...item }: CaseRow) {
  return item satisfies SheetCase;
}

/** Both sides' sheets in framework order. The caller decides which side may leave the server. */
export async function readSheets(
  tx: Reading,
  appraisalId: string,
  ruleset: Ruleset,
): Promise<SheetPair> {
  return sheetsOf(await readSheetRows(tx, appraisalId), ruleset);
}

/** The last zone to see a day. */
const lastZone = "Etc/GMT+12";

/** The latest day a case of this value may be of: the company's today, asked only where it decides. */
export async function latestDay(tx: Tx, now: Date, { cases }: SheetValue): Promise<IsoDay> {
  const anywhere = dayIn(now, lastZone);
  if (cases.every(({ happenedOn }) => happenedOn <= anywhere)) return anywhere;
  const timeZone = await readTimeZone(tx);
  return dayIn(now, timeZone);
}

/** The manager's justifications written for another score than `result` has for the value. */
export function textsForOtherScores(
  { scores }: SheetRows,
  { valueIds }: Pick<Ruleset, "valueIds">,
  result: SheetResult,
): OtherScores["texts"] {
  return result.values.flatMap(({ key: value, score }) => {
    const halfPoints = scores.find(isOf("manager", valueIds[value]))?.justifiedHalfPoints ?? null;
    return halfPoints === null || halfPoints === score ? [] : [{ value, halfPoints }];
  });
}

/** The cases that stood at another rung or another value of the side before. */
export function movedHere(
  kept: SheetRows,
  { side, ruleset }: { readonly side: Side; readonly ruleset: Ruleset },
  { key, cases }: SheetValue,
) {
  const keyOf = new Map(Object.entries(ruleset.valueIds).map(([name, id]) => [id, name]));
  return cases.flatMap(({ id: caseId, rung: point }) => {
    const old = kept.cases.find((row) => row.side === side && row.id === caseId);
    const from = old && keyOf.get(old.valueId);
    if (old === undefined || from === undefined || (from === key && old.rung === point)) return [];
    return [{ caseId, from, fromPoint: old.rung, value: key, point }];
  });
}
