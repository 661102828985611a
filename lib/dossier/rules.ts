import type { Signed } from "@/lib/appraisal/types";
import type { ApprovalOf, VerificationOf } from "@/lib/review/types";
import {
  type RungOutcome,
  type Rules,
  type SheetResult,
  type SheetValueResult,
  type ValueDefinition,
} from "@/lib/scoring";
import { groundsOf, inOrder, valueOf, writtenIn } from "@/lib/sheet/rules";
import type { SheetPair, Side } from "@/lib/sheet/types";
import type { Sight } from "./permissions";
import type {
  DossierRung,
  JudgedValue,
  HistoryEntry,
  Place,
  ReadingQueue,
  ReadingRow,
  WayUp,
} from "./types";

export interface BothResults {
  readonly self: SheetResult;
  readonly manager: SheetResult;
}

export function resultFor(result: SheetResult, key: string): SheetValueResult {
  const found = result.values.find((value) => value.key === key);
  if (found === undefined) throw new Error("resultFor: value not of this framework");
  return found;
}

/** The part of a dossier that follows from sheets and rules alone. */
export function valueView(
  sheets: SheetPair,
  results: BothResults,
  value: ValueDefinition,
  rules: Rules,
): JudgedValue {
  const self = resultFor(results.self, value.key);
  const manager = resultFor(results.manager, value.key);
  const { passLine } = rules.policy;
  return {
    key: value.key,
    name: value.name,
    motto: value.motto ?? null,
    gated: value.gated,
    maxHalfPoints: manager.maxHalfPoints,
    scores: { self: self.score, manager: manager.score },
    explanations: { self: self.explanation, manager: manager.explanation },
    waysUp: waysUp(value, manager),
    justification: valueOf(sheets.manager, value.key).justification,
    justificationRequired: manager.justification.required,
    grounds: groundsOf(rules, manager),
    pass:
      passLine === undefined || manager.passed === null
        ? null
        : { line: passLine, reached: manager.passed },
    rungs: value.rungs.map((rung) => rungView(sheets, { self, manager }, value.key, rung)),
    deciding: value.gated && manager.score !== null ? decidingRung(manager.rungs, value) : null,
    routing: manager.routing,
  };
}

/**
 * Where a gated score stands or falls: at the rung where it stopped when that one was contradicted, half granted or has
 * nothing but presumed rungs below; otherwise at the highest one that was granted.
 */
function decidingRung(
  outcomes: readonly RungOutcome[],
  { rungs }: Pick<ValueDefinition, "rungs">,
): number | null {
  const gate = outcomes.find(({ reach }) => reach === "gate");
  const top = outcomes.findLast(({ reach }) => reach === "passed");
  if (gate === undefined || top === undefined) return (gate ?? top)?.point ?? null;
  const presumed = ({ point }: RungOutcome) =>
    rungs.find((rung) => rung.point === point)?.grant === "presumed";
  const stopped = gate.verdict === "partly" || presumed(gate) || presumed(top);
  return (stopped ? gate : top).point;
}

function waysUp(
  { rungs }: ValueDefinition,
  { score, explanation }: Pick<SheetValueResult, "score" | "explanation">,
): readonly WayUp[] {
  if (score === null) return [];
  return explanation.parts.flatMap((part) => {
    const rung = part.kind === "opens" ? rungs.find(({ point }) => point === part.rung) : undefined;
    if (rung === undefined || part.kind !== "opens") return [];
    const { point, statement, meaning } = rung;
    const kind =
      part.by === "no-contradiction" || part.by === "case-or-restore" ? "breaks" : "supports";
    return [{ point, statement, meaning, kind, hints: rung[kind] }];
  });
}

function rungView(
  sheets: SheetPair,
  results: Readonly<Record<Side, SheetValueResult>>,
  key: string,
  rung: ValueDefinition["rungs"][number],
): DossierRung {
  const outcome = (side: Side) => results[side].rungs.find((r) => r.point === rung.point);
  const casesOf = (side: Side) =>
    valueOf(sheets[side], key)
      .cases.filter((item) => item.rung === rung.point)
      .map((item) => ({ ...item, side }));
  return {
    point: rung.point,
    statement: rung.statement,
    meaning: rung.meaning,
    supports: rung.supports,
    breaks: rung.breaks,
    grant: rung.grant,
    reach: outcome("manager")?.reach ?? "closed",
    verdicts: {
      self: outcome("self")?.verdict ?? "open",
      manager: outcome("manager")?.verdict ?? "open",
    },
    cases: inOrder([...casesOf("self"), ...casesOf("manager")]),
    former: [],
  };
}

interface ByRow {
  readonly id: string;
  readonly byId: string;
  readonly at: Date;
}

/** Rows as the tables hold them; only what the history tells. */
export interface HistoryRows {
  readonly submissions: readonly {
    readonly id: string;
    readonly side: Side;
    readonly number: number;
    readonly submittedAt: Date;
    readonly submittedById: string;
  }[];
  readonly returns: readonly (ByRow &
    Omit<EntryOf<"returned">, "id" | "at" | keyof Signed | "kind" | "from" | "to"> & {
      readonly fromState: EntryOf<"returned">["from"];
      readonly toState: EntryOf<"returned">["to"];
    })[];
  readonly decisions: readonly (ByRow & {
    readonly round: number;
    readonly verdict: "agreed" | "returned" | "taken_back";
    readonly comment: string;
  })[];
  readonly verifications: readonly (ByRow & VerificationOf & { readonly comment: string })[];
  readonly approvals: readonly (ByRow & ApprovalOf & { readonly reason: string })[];
}

type EntryOf<K extends HistoryEntry["kind"]> = Extract<HistoryEntry, { kind: K }>;

export function authorsOf(rows: HistoryRows): readonly string[] {
  const { submissions, returns, decisions, verifications, approvals } = rows;
  return [
    ...submissions.map((row) => row.submittedById),
    ...[...returns, ...decisions, ...verifications, ...approvals].map((row) => row.byId),
  ];
}

/** Newest first. Every "no" is shown by its return note, so decisions that returned are not shown twice. */
export function historyOf(
  rows: HistoryRows,
  sight: Omit<Sight, "ground">,
  signed: (byId: string, at: Date) => Signed,
): readonly HistoryEntry[] {
  const base = (row: ByRow) => ({ id: row.id, at: row.at, ...signed(row.byId, row.at) });
  const submitted = rows.submissions.map((row): HistoryEntry => ({
    ...base({ id: row.id, at: row.submittedAt, byId: row.submittedById }),
    kind: "submitted",
    side: row.side,
    number: row.number,
  }));
  const returned = rows.returns
    .filter(
      (row) =>
        row.toState === writtenIn.self ||
        (row.toState === "hr_audit" ? sight.hrNotes : sight.inner),
    )
    .map(
      ({
        fromState,
        toState,
        reason,
        caseReason,
        valueKey,
        point,
        caseTitle,
        resolvedAt,
        takenBackAt,
        ...row
      }): HistoryEntry => ({
        ...base(row),
        kind: "returned",
        from: fromState,
        to: toState,
        reason,
        caseReason,
        valueKey,
        point,
        caseTitle,
        resolvedAt,
        takenBackAt,
      }),
    );
  const inner = sight.inner ? agreements(rows, base) : [];
  const notes = sight.hrNotes ? findings(rows, base) : [];
  return [...submitted, ...returned, ...inner, ...notes].sort(
    (a, b) => b.at.getTime() - a.at.getTime() || a.id.localeCompare(b.id),
  );
}

type Base = (row: ByRow) => Signed & { id: string; at: Date };

function agreements(rows: HistoryRows, base: Base): HistoryEntry[] {
  return rows.decisions.flatMap((row): HistoryEntry[] => {
    if (row.verdict === "taken_back") return [{ ...base(row), kind: "taken_back", valueKey: null }];
    if (row.verdict === "returned") return [];
    return [{ ...base(row), kind: "agreed", round: row.round, comment: row.comment }];
  });
}

function findings(rows: HistoryRows, base: Base): HistoryEntry[] {
  const takenBack = (row: ByRow & Pick<ApprovalOf, "valueKey">): HistoryEntry => ({
    ...base(row),
    kind: "taken_back",
    valueKey: row.valueKey,
  });
  const confirmed = rows.verifications.flatMap((row): HistoryEntry[] => {
    if (row.verdict === "taken_back") return [takenBack(row)];
    if (row.verdict === "returned") return [];
    return [{ ...base(row), ...pinned(row), kind: "confirmed", comment: row.comment }];
  });
  const approved = rows.approvals.flatMap((row): HistoryEntry[] => {
    if (row.verdict === "taken_back") return [takenBack(row)];
    if (row.verdict === "declined" || row.verdict === "asked") return [];
    return [{ ...base(row), ...pinned(row), kind: "approved", reason: row.reason }];
  });
  return [...confirmed, ...approved];
}

const pinned = ({ valueKey, halfPoints }: Pick<ApprovalOf, "valueKey" | "halfPoints">) => ({
  valueKey,
  halfPoints,
});

/** Which value of a sheet is read: the one asked for, otherwise the first that waits. */
export function valueInFocus<T extends { readonly key: string }>(
  values: readonly T[],
  asked: string | undefined,
  waits: (value: T) => boolean,
): string | null {
  const found = values.find(({ key }) => key === asked) ?? values.find(waits);
  return found?.key ?? null;
}

/** Rows in the order of their places. */
export function readingQueue(rows: readonly ReadingRow[], at: Place): ReadingQueue {
  const here =
    rows.find(({ appraisalId, value }) => appraisalId === at.appraisalId && value === at.value) ??
    null;
  const before = here === null ? [] : rows.filter(({ place }) => place < here.place);
  const after = rows.filter(({ place }) => place > (here?.place ?? 0));
  const opens = (row: ReadingRow) => row.opens;
  const waits = (row: ReadingRow) => row.outcome === null && row !== here;
  return {
    entries: rows,
    total: rows[0]?.total ?? 0,
    waiting: rows[0]?.waiting ?? 0,
    here,
    previous: before.findLast(opens) ?? null,
    next: after.find(opens) ?? null,
    onward: after.find(waits) ?? before.find(waits) ?? null,
  };
}

const latin = String.raw`[\p{Script=Latin}\p{N}]`;
const edge = new RegExp(latin, "u");

/** The text with names and employee numbers struck out, in any letter case; one in Latin letters or figures only as a whole word. */
export function struckOut(text: string, names: readonly string[]): string {
  const patterns = names
    .filter((name) => name.trim() !== "")
    .toSorted((one, other) => other.length - one.length)
    .map((name) => {
      const before = edge.test(name.charAt(0)) ? `(?<!${latin})` : "";
      const after = edge.test(name.charAt(name.length - 1)) ? `(?!${latin})` : "";
      return before + name.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`) + after;
    });
  return patterns.length === 0 ? text : text.replace(new RegExp(patterns.join("|"), "giu"), "○○");
}
