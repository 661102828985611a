import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { refuse, type FieldFault, type Refusal } from "@/lib/errors/outcome";
import type { Ruleset } from "@/lib/ruleset/types";
import type { SheetResult } from "@/lib/scoring";
import { resultOf, routingRow, valueOf, type Rules } from "./rules";
import type { Sheet, SheetCase, SheetPair, SheetValue, Side } from "./types";

/** Both sides' sheets in framework order. The caller decides which side may leave the server. */
export async function readSheets(
  tx: Tx,
  appraisalId: string,
  ruleset: Ruleset,
): Promise<SheetPair> {
  const where = { appraisalId };
  const [judgements, cases, scores] = [
    await tx.judgement.findMany({ where }),
    await tx.appraisalCase.findMany({ where, orderBy: [{ position: "asc" }, { id: "asc" }] }),
    await tx.valueScore.findMany({ where }),
  ];
  const build = (side: Side): Sheet => ({
    side,
    values: ruleset.framework.values.map(({ key }) => {
      const mine = (row: { side: Side; valueId: string }) =>
        row.side === side && row.valueId === ruleset.valueIds[key];
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

function toCase(row: Prisma.AppraisalCaseGetPayload<object>): SheetCase {
  return {
    id: row.id,
    rung: row.point,
    kind: row.kind,
    title: row.title,
    happenedOn: row.happenedOn === null ? "" : row.happenedOn.toISOString().slice(0, 10),
    happened: row.happened,
    action: row.action,
    outcome: row.outcome,
    beneficiary: row.beneficiary,
  };
}

/** What zod cannot know: the value and its rungs are of this framework, its judgements and marks of this policy. */
export function valueRefusal(
  { framework, policy }: Rules,
  side: Side,
  value: SheetValue,
): Refusal | null {
  const definition = framework.values.find((v) => v.key === value.key);
  if (definition === undefined)
    return refuse("invalid_input", { fields: { "value.key": { code: "unknown_value" } } });
  const known = new Set(definition.rungs.map((rung) => rung.point));
  const fields: Record<string, FieldFault> = {};
  for (const [point, verdict] of Object.entries(value.judgements)) {
    const field = `value.judgements.${point}`;
    if (!known.has(Number(point))) fields[field] = { code: "unknown_rung" };
    else if (verdict === "partly" && policy.stepHalfPoints === 2)
      fields[field] = { code: "half_not_allowed" };
  }
  if (value.inDoubt && (side === "self" || policy.referWhenInDoubt !== true))
    fields["value.inDoubt"] = { code: "doubt_not_allowed" };
  value.cases.forEach((item, index) => {
    if (!known.has(item.rung)) fields[`value.cases.${index}.rung`] = { code: "unknown_rung" };
  });
  if (new Set(value.cases.map((item) => item.id)).size !== value.cases.length) {
    fields["value.cases"] = { code: "duplicate_case" };
  }
  return Object.keys(fields).length === 0 ? null : refuse("invalid_input", { fields });
}

/** Where a value of a side is written. */
export interface SheetPlace {
  readonly appraisalId: string;
  readonly side: Side;
  readonly ruleset: Ruleset;
  /** Who writes. */
  readonly byId: string;
  /** The appraisal's round: how often the sheet has gone up so far. */
  readonly round: number;
}

/**
 * Replaces one value of one side and scores the side anew. Gives the value's score before and after, in half-points, and
 * whether the doubt about it changed.
 */
export async function writeSheetValue(tx: Tx, place: SheetPlace, value: SheetValue) {
  const { appraisalId, side, ruleset } = place;
  const valueId = ruleset.valueIds[value.key];
  if (valueId === undefined) throw new Error("writeSheetValue: value not checked");
  const mine = { appraisalId, side, valueId };
  const foreign = await tx.appraisalCase.count({
    where: { id: { in: value.cases.map((item) => item.id) }, NOT: mine },
  });
  if (foreign > 0)
    return refuse("invalid_input", { fields: { "value.cases": { code: "duplicate_case" } } });
  await tx.judgement.deleteMany({ where: mine });
  await tx.judgement.createMany({
    data: Object.entries(value.judgements).flatMap(([point, verdict]) =>
      verdict === undefined ? [] : [{ ...mine, point: Number(point), verdict }],
    ),
  });
  await tx.appraisalCase.deleteMany({ where: mine });
  await tx.appraisalCase.createMany({
    data: value.cases.map((item, position) => ({ ...mine, ...caseRow(item, position) })),
  });
  const before = await tx.valueScore.findUnique({
    where: { appraisalId_side_valueId: mine },
    select: { halfPoints: true, inDoubtById: true, inDoubtRound: true },
  });
  const sheets = withWords(await readSheets(tx, appraisalId, ruleset), side, value);
  const result = resultOf(ruleset.framework, ruleset.policy, sheets, side);
  const found = result.values.find((v) => v.key === value.key);
  if (found === undefined) throw new Error("writeSheetValue: value not checked");
  const { score: halfPoints, maxHalfPoints } = found;
  const doubt = value.inDoubt ? doubtOf(before, place) : noDoubt;
  const scored = {
    halfPoints,
    maxHalfPoints,
    justification: value.justification,
    ...doubt,
    ...routingRow(ruleset.policy, side, found),
  };
  await tx.valueScore.upsert({
    where: { appraisalId_side_valueId: mine },
    create: { ...mine, ...scored },
    update: scored,
  });
  const doubtChanged = ((before?.inDoubtById ?? null) !== null) !== value.inDoubt;
  return {
    ok: true as const,
    before: before?.halfPoints ?? null,
    after: halfPoints,
    doubtChanged,
    result,
  };
}

/** Justification and doubt stand in the row that is about to be written, so what was read still says the old ones. */
function withWords(
  sheets: SheetPair,
  side: Side,
  { key, justification, inDoubt }: SheetValue,
): SheetPair {
  const values = sheets[side].values.map((value) =>
    value.key === key ? { ...value, justification, inDoubt } : value,
  );
  return { ...sheets, [side]: { side, values } };
}

interface Doubt {
  readonly inDoubtById: string | null;
  readonly inDoubtRound: number | null;
}

const noDoubt: Doubt = { inDoubtById: null, inDoubtRound: null };

/** A doubt stays with who had it first, e.g. after a hand-over; a new one belongs to the round the sheet will go up to. */
function doubtOf(before: Doubt | null, { byId, round }: SheetPlace): Doubt {
  const { inDoubtById, inDoubtRound } = before ?? noDoubt;
  if (inDoubtById !== null) return { inDoubtById, inDoubtRound };
  return { inDoubtById: byId, inDoubtRound: round + 1 };
}

function caseRow(item: SheetCase, position: number) {
  return {
    id: item.id,
    point: item.rung,
    kind: item.kind,
    position,
    title: item.title,
    happenedOn: item.happenedOn === "" ? null : new Date(`${item.happenedOn}T00:00:00Z`),
    happened: item.happened,
    action: item.action,
    outcome: item.outcome,
    beneficiary: item.beneficiary,
  };
}

/** One side of an appraisal, complete and checked, on its way to whoever comes next. */
export interface HandedIn {
  readonly appraisalId: string;
  readonly side: Side;
  readonly ruleset: Ruleset;
  readonly sheet: Sheet;
  readonly result: SheetResult;
}

/**
 * Scores all values anew (those never opened have no row yet, and a mended self-review may have changed what its cases
 * prove), keeps the sheet as it was handed in and by which rules, and settles what it was returned for. Gives the
 * submission's number and the event's scores in half-points.
 */
export async function handIn(tx: Tx, handedIn: HandedIn, byId: string, at: Date) {
  const { appraisalId, side, ruleset, sheet, result } = handedIn;
  const doubts = await tx.valueScore.findMany({
    where: { appraisalId, side, inDoubtById: { not: null } },
    select: { valueId: true, inDoubtById: true, inDoubtRound: true },
  });
  await tx.valueScore.deleteMany({ where: { appraisalId, side } });
  const rows = scoreRows(handedIn).map((row) => ({
    ...row,
    ...(doubts.find(({ valueId }) => valueId === row.valueId) ?? noDoubt),
  }));
  await tx.valueScore.createMany({ data: rows });
  const number = (await tx.submission.count({ where: { appraisalId, side } })) + 1;
  const scores = Object.fromEntries(result.values.map(({ key, score }) => [key, score]));
  await tx.submission.create({
    data: {
      appraisalId,
      side,
      number,
      submittedAt: at,
      submittedById: byId,
      sheet: {
        framework: { key: ruleset.framework.key, version: ruleset.frameworkVersion },
        policy: { key: ruleset.policy.key, version: ruleset.policyVersion },
        total: result.total,
        band: result.band?.key ?? null,
        scores,
        values: sheet.values.map((value) => ({
          ...value,
          judgements: { ...value.judgements },
          cases: value.cases.map((item) => ({ ...item })),
        })),
      },
    },
  });
  const toState = side === "self" ? "self_review" : "manager_scoring";
  await tx.returnNote.updateMany({
    where: { appraisalId, toState, resolvedAt: null },
    data: { resolvedAt: at },
  });
  return { number, scores };
}

function scoreRows({ appraisalId, side, ruleset, sheet, result }: HandedIn) {
  return result.values.flatMap((value) => {
    const { key, score: halfPoints, maxHalfPoints } = value;
    const valueId = ruleset.valueIds[key];
    if (valueId === undefined) return [];
    const { justification } = valueOf(sheet, key);
    const routed = routingRow(ruleset.policy, side, value);
    return [{ appraisalId, side, valueId, halfPoints, maxHalfPoints, justification, ...routed }];
  });
}
