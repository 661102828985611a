import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { refuse } from "@/lib/errors/outcome";
import type { Ruleset } from "@/lib/ruleset/types";
import type { HalfPoints, SheetResult } from "@/lib/scoring";
import { draftResultOf, routingRow, valueOf, writtenIn } from "../rules";
import type { Owed, Sheet, SheetPair, SheetValue, Side } from "../types";
import { firstScores, withoutUnseen } from "./openings";
import { isOf, readSheetRows, sheetsOf, type CaseRow, type ScoreRow, type SheetRows } from "./read";

/** The columns of a score, those of a doubt last; `scoreFields` as they come in JSON, `scoreOfRow` of such a row `s`. */
const scoreColumns = Prisma.sql`appraisal_id, side, value_id, half_points, max_half_points, justification, justified_half_points, audit_reason,
  needs_view, needs_approval, may_sample, referred, in_doubt_by_id, in_doubt_round`;
const scoreFields = Prisma.sql`"halfPoints" int, "maxHalfPoints" int, justification text,
  "justifiedHalfPoints" int, "auditReason" "AuditReason",
  "needsView" boolean, "needsApproval" boolean, "maySample" boolean, referred boolean`;
const scoreOfRow = Prisma.sql`s."halfPoints", s."maxHalfPoints", s.justification, s."justifiedHalfPoints", s."auditReason", s."needsView",
  s."needsApproval", s."maySample", s.referred`;
const overScore = Prisma.sql`half_points = EXCLUDED.half_points, max_half_points = EXCLUDED.max_half_points,
  justification = EXCLUDED.justification, justified_half_points = EXCLUDED.justified_half_points, audit_reason = EXCLUDED.audit_reason, needs_view = EXCLUDED.needs_view,
  needs_approval = EXCLUDED.needs_approval, may_sample = EXCLUDED.may_sample, referred = EXCLUDED.referred,
  in_doubt_by_id = EXCLUDED.in_doubt_by_id, in_doubt_round = EXCLUDED.in_doubt_round`;

/** Where a value of a side is written. */
export interface SheetPlace {
  readonly appraisalId: string;
  readonly side: Side;
  readonly ruleset: Ruleset;
  /** Who writes. */
  readonly byId: string;
  /** The appraisal's round: how often the sheet has gone up so far. */
  readonly round: number;
  /** The values of which the manager judges without the self-review, which they have not seen; see `unseenValues`. */
  readonly unseen: ReadonlySet<string>;
}

/**
 * Makes one value of one side what `value` says and scores the side anew; only what differs is written. A case that stood at another
 * value of the side moves here. Gives the score before and after of every value touched, in half-points, this one first,
 * what stood before, whether the doubt about it changed, and the scores at which drafts of unseen values stand now, which opens them.
 */
export async function writeSheetValue(tx: Tx, place: SheetPlace, value: SheetValue) {
  const { appraisalId, side, ruleset, unseen } = place;
  const valueId = ruleset.valueIds[value.key];
  if (valueId === undefined) throw new Error("writeSheetValue: value not checked");
  const kept = await readSheetRows(tx, appraisalId);
  const before = kept.scores.find(isOf(side, valueId)) ?? null;
  const sheets = withValue(sheetsOf(kept, ruleset), side, value);
  const draft = (still: ReadonlySet<string>) =>
    draftResultOf(ruleset.framework, ruleset.policy, withoutUnseen(sheets, still), side, still);
  const firsts = firstScores(draft(unseen), unseen);
  const opened = new Set(firsts.map((first) => first.value));
  const result = draft(new Set([...unseen].filter((key) => !opened.has(key))));
  const found = result.values.find((v) => v.key === value.key);
  if (found === undefined) throw new Error("writeSheetValue: value not checked");
  const { score: halfPoints, maxHalfPoints } = found;
  const left = leftBy(kept, place, value, result);
  const score: ScoreRow = {
    ...{ side, valueId, halfPoints, maxHalfPoints, justification: value.justification },
    justifiedHalfPoints: justifiedFor(before, value, halfPoints),
    ...(value.inDoubt ? doubtOf(before, place) : noDoubt),
    ...routingRow(ruleset.policy, side, found),
  };
  const written = await writeDifferences(tx, appraisalId, kept, {
    value,
    score,
    left: left.map((one) => one.row),
  });
  if (!written) return refuse("invalid_input", { fields: { "value.cases": duplicateCase } });
  const doubtChanged = ((before?.inDoubtById ?? null) !== null) !== value.inDoubt;
  const own: Scored = { value: value.key, before: before?.halfPoints ?? null, after: halfPoints };
  return {
    ok: true as const,
    scored: [own, ...left.map((one) => one.scored)],
    kept,
    doubtChanged,
    firsts,
    result,
  };
}

interface Scored {
  readonly value: string;
  readonly before: HalfPoints | null;
  readonly after: HalfPoints | null;
}

/** The values of the side that a case moved away from, as they are scored without it. */
function leftBy(
  kept: SheetRows,
  { side, ruleset }: SheetPlace,
  { key, cases }: SheetValue,
  result: SheetResult,
): readonly { readonly row: ScoreRow; readonly scored: Scored }[] {
  const moved = kept.cases.filter(
    (row) => row.side === side && cases.some(({ id }) => id === row.id),
  );
  return result.values.flatMap((found) => {
    const valueId = ruleset.valueIds[found.key];
    const old = kept.scores.find((row) => row.side === side && row.valueId === valueId);
    const touched = found.key !== key && moved.some((row) => row.valueId === valueId);
    if (!touched || old === undefined) return [];
    const after = found.score;
    const row = { ...old, halfPoints: after, ...routingRow(ruleset.policy, side, found) };
    return [{ row, scored: { value: found.key, before: old.halfPoints, after } }];
  });
}

/** A text is for the score it is written at; left alone, it stays for the one it was written for. */
function justifiedFor(
  before: ScoreRow | null,
  { justification }: SheetValue,
  halfPoints: number | null,
): number | null {
  if (justification.trim() === "") return null;
  return before?.justification === justification ? before.justifiedHalfPoints : halfPoints;
}

const duplicateCase = { code: "duplicate_case" } as const;

/** A case stands in one place: where the value has it now. */
function withValue(sheets: SheetPair, side: Side, value: SheetValue): SheetPair {
  const here = new Set(value.cases.map(({ id }) => id));
  const values = sheets[side].values.map((old) =>
    old.key === value.key ? value : { ...old, cases: old.cases.filter(({ id }) => !here.has(id)) },
  );
  return { ...sheets, [side]: { side, values } };
}

type Doubt = Pick<ScoreRow, "inDoubtById" | "inDoubtRound">;

const noDoubt: Doubt = { inDoubtById: null, inDoubtRound: null };

/** A doubt stays with who had it first, e.g. after a hand-over; a new one belongs to the round the sheet will go up to. */
function doubtOf(before: Doubt | null, { byId, round }: SheetPlace): Doubt {
  const { inDoubtById, inDoubtRound } = before ?? noDoubt;
  if (inDoubtById !== null) return { inDoubtById, inDoubtRound };
  return { inDoubtById: byId, inDoubtRound: round + 1 };
}

const isSame = (one: object | undefined, other: object) =>
  one !== undefined &&
  Object.entries(other).every(([name, value]) => Reflect.get(one, name) === value);

/** Rows to be removed by their key and rows to be put, of one value of one side. */
function differencesOf(kept: SheetRows, value: SheetValue, score: ScoreRow) {
  const { side, valueId } = score;
  const mine = isOf(side, valueId);
  const [judgements, cases] = [kept.judgements.filter(mine), kept.cases.filter(mine)];
  const rows = value.cases.map((item, position): CaseRow => {
    return { side, valueId, position, ...item };
  });
  return {
    points: judgements.map(({ point }) => point).filter((p) => value.judgements[p] === undefined),
    judgements: Object.entries(value.judgements).flatMap(([key, verdict]) => {
      const point = Number(key);
      const old = judgements.find((row) => row.point === point);
      return verdict === undefined || old?.verdict === verdict ? [] : [{ point, verdict }];
    }),
    caseIds: cases.map(({ id }) => id).filter((id) => !rows.some((row) => row.id === id)),
    cases: rows.filter(
      (row) =>
        !isSame(
          cases.find(({ id }) => id === row.id),
          row,
        ),
    ),
    scores: isSame(kept.scores.find(mine), score) ? [] : [score],
  };
}

/** False when a case bears the id of one of another sheet or side; the caller rolls back. */
async function writeDifferences(
  tx: Tx,
  appraisalId: string,
  kept: SheetRows,
  written: {
    readonly value: SheetValue;
    readonly score: ScoreRow;
    /** Scores of the side's other values that changed with it. */
    readonly left: readonly ScoreRow[];
  },
): Promise<boolean> {
  const { value, score, left } = written;
  const { side, valueId } = score;
  const { points, judgements, caseIds, cases, ...own } = differencesOf(kept, value, score);
  const scores = [...own.scores, ...left];
  const put = [judgements, cases, scores].map((rows) => JSON.stringify(rows));
  if ([points, judgements, caseIds, cases, scores].every((rows) => rows.length === 0)) return true;
  const [counted] = await tx.$queryRaw<{ cases: number }[]>`
    WITH place AS (
      SELECT ${appraisalId}::uuid AS appraisal_id, ${side}::"Side" AS side, ${valueId}::uuid AS value_id
    ), unjudged AS (
      DELETE FROM judgement WHERE (appraisal_id, side, value_id) = (SELECT * FROM place) AND point = ANY(${points}::int[])
    ), judged AS (
      INSERT INTO judgement (appraisal_id, side, value_id, point, verdict)
      SELECT place.*, j.* FROM place, json_to_recordset(${put[0]}::json) AS j (point int, verdict "Verdict")
      ON CONFLICT (appraisal_id, side, value_id, point) DO UPDATE SET verdict = EXCLUDED.verdict
    ), removed AS (
      DELETE FROM appraisal_case
      WHERE (appraisal_id, side, value_id) = (SELECT * FROM place) AND id = ANY(${caseIds}::uuid[])
    ), cases AS (
      INSERT INTO appraisal_case AS kept (appraisal_id, side, value_id, id, position, point, kind, title, happened_on,
        happened, action, outcome, beneficiary)
      SELECT place.*, c.id, c.position, c.rung, c.kind, c.title, nullif(c."happenedOn", '')::date,
        c.happened, c.action, c.outcome, c.beneficiary
      FROM place, json_to_recordset(${put[1]}::json) AS c (id uuid, position int, rung int, kind "CaseKind", title text,
        "happenedOn" text, happened text, action text, outcome text, beneficiary text)
      ON CONFLICT (id) DO UPDATE SET value_id = EXCLUDED.value_id, position = EXCLUDED.position, point = EXCLUDED.point, kind = EXCLUDED.kind,
        title = EXCLUDED.title, happened_on = EXCLUDED.happened_on, happened = EXCLUDED.happened,
        action = EXCLUDED.action, outcome = EXCLUDED.outcome, beneficiary = EXCLUDED.beneficiary
      WHERE (kept.appraisal_id, kept.side) = (SELECT appraisal_id, side FROM place)
      RETURNING 1
    ), scored AS (
      INSERT INTO value_score (${scoreColumns})
      SELECT place.appraisal_id, place.side, s."valueId", ${scoreOfRow}, s."inDoubtById", s."inDoubtRound"
      FROM place, json_to_recordset(${put[2]}::json)
        AS s ("valueId" uuid, ${scoreFields}, "inDoubtById" uuid, "inDoubtRound" int)
      ON CONFLICT (appraisal_id, side, value_id) DO UPDATE SET ${overScore}
    )
    SELECT count(*)::int AS cases FROM cases`;
  return counted?.cases === cases.length;
}

/** Empties one side: whoever takes the sheet over begins anew. */
export async function clearSide(tx: Tx, appraisalId: string, side: Side): Promise<void> {
  const where = { appraisalId, side };
  await tx.judgement.deleteMany({ where });
  await tx.appraisalCase.deleteMany({ where });
  await tx.valueScore.deleteMany({ where });
}

/** One side of an appraisal, complete and checked, on its way to whoever comes next. */
export interface HandedIn {
  readonly appraisalId: string;
  readonly side: Side;
  readonly ruleset: Ruleset;
  readonly sheet: Sheet;
  readonly result: SheetResult;
  readonly owed: Owed;
}

/**
 * Scores all values anew (those never opened have no row yet, and a mended self-review may have changed what its cases
 * prove) but leaves doubts as they are, keeps the sheet as it was handed in and by which rules, and settles what it was
 * returned for. Gives the submission's number and the event's scores in half-points.
 */
export async function handIn(tx: Tx, handedIn: HandedIn, byId: string, at: Date) {
  const { appraisalId, side, result } = handedIn;
  const toState = writtenIn[side];
  const scores = Object.fromEntries(result.values.map(({ key, score }) => [key, score]));
  const kept = JSON.stringify(keptSheet(handedIn, scores));
  const [submission] = await tx.$queryRaw<{ number: number }[]>`
    WITH scored AS (
      INSERT INTO value_score (${scoreColumns})
      SELECT ${appraisalId}::uuid, ${side}::"Side", s."valueId", ${scoreOfRow}, old.in_doubt_by_id, old.in_doubt_round
      FROM json_to_recordset(${JSON.stringify(scoreRows(handedIn))}::json) AS s ("valueId" uuid, ${scoreFields})
      LEFT JOIN value_score old ON (old.appraisal_id, old.side, old.value_id) =
        (${appraisalId}::uuid, ${side}::"Side", s."valueId")
      ON CONFLICT (appraisal_id, side, value_id) DO UPDATE SET ${overScore}
    ), settled AS (
      UPDATE return_note SET resolved_at = ${at}
      WHERE appraisal_id = ${appraisalId}::uuid AND to_state = ${toState}::"AppraisalState" AND resolved_at IS NULL
    )
    INSERT INTO submission (id, appraisal_id, side, number, submitted_at, submitted_by_id, sheet)
    SELECT gen_random_uuid(), ${appraisalId}::uuid, ${side}::"Side", count(*) + 1, ${at}, ${byId}::uuid, ${kept}::jsonb
    FROM submission WHERE appraisal_id = ${appraisalId}::uuid AND side = ${side}::"Side"
    RETURNING number`;
  if (submission === undefined) throw new Error("handIn: no submission");
  return { number: submission.number, scores };
}

function keptSheet({ ruleset, sheet, result }: HandedIn, scores: Record<string, number | null>) {
  return {
    framework: { key: ruleset.framework.key, version: ruleset.frameworkVersion },
    policy: { key: ruleset.policy.key, version: ruleset.policyVersion },
    total: result.total,
    band: result.band?.key ?? null,
    scores,
    values: sheet.values,
  };
}

function scoreRows({ ruleset, side, sheet, result, owed }: HandedIn) {
  return result.values.flatMap((value) => {
    const { key, score: halfPoints, maxHalfPoints } = value;
    const valueId = ruleset.valueIds[key];
    if (valueId === undefined) return [];
    const { justification } = valueOf(sheet, key);
    const routed = routingRow(ruleset.policy, side, value, {
      hr: owed.hr.has(key),
      approver: owed.approver.has(key),
    });
    // What goes up stands for the score it goes up with.
    const justifiedHalfPoints = justification.trim() === "" ? null : halfPoints;
    const row = { valueId, halfPoints, maxHalfPoints, justification, justifiedHalfPoints };
    return [{ ...row, ...routed }];
  });
}
