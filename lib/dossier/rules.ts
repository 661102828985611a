import type { ApprovalOf, VerificationOf } from "@/lib/review/types";
import {
  type HalfPoints,
  type SheetResult,
  type SheetValueResult,
  type ValueDefinition,
} from "@/lib/scoring";
import { inOrder, valueOf, writtenIn } from "@/lib/sheet/rules";
import type { SheetPair, Side } from "@/lib/sheet/types";
import type { Sight } from "./permissions";
import type { DossierRung, DossierValue, HistoryEntry } from "./types";

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
  passLine?: HalfPoints,
): Omit<DossierValue, "verification" | "approval" | "doubt" | "toVerify" | "toApprove"> {
  const self = resultFor(results.self, value.key);
  const manager = resultFor(results.manager, value.key);
  return {
    key: value.key,
    name: value.name,
    motto: value.motto ?? null,
    gated: value.gated,
    maxHalfPoints: manager.maxHalfPoints,
    scores: { self: self.score, manager: manager.score },
    explanations: { self: self.explanation, manager: manager.explanation },
    justification: valueOf(sheets.manager, value.key).justification,
    justificationRequired: manager.justification.required,
    pass:
      passLine === undefined || manager.passed === null
        ? null
        : { line: passLine, reached: manager.passed },
    rungs: value.rungs.map((rung) => rungView(sheets, { self, manager }, value.key, rung)),
    routing: manager.routing,
  };
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
    grant: rung.grant,
    assumed: rung.assumed,
    reach: outcome("manager")?.reach ?? "closed",
    verdicts: {
      self: outcome("self")?.verdict ?? "open",
      manager: outcome("manager")?.verdict ?? "open",
    },
    cases: inOrder([...casesOf("self"), ...casesOf("manager")]),
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
    Omit<EntryOf<"returned">, "id" | "at" | "by" | "kind" | "from" | "to"> & {
      readonly fromState: EntryOf<"returned">["from"];
      readonly toState: EntryOf<"returned">["to"];
    })[];
  readonly decisions: readonly (ByRow & {
    readonly round: number;
    readonly verdict: "agreed" | "returned";
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
  nameOf: (id: string) => string,
): readonly HistoryEntry[] {
  const base = (row: ByRow) => ({ id: row.id, at: row.at, by: nameOf(row.byId) });
  const submitted = rows.submissions.map((row): HistoryEntry => ({
    ...base({ id: row.id, at: row.submittedAt, byId: row.submittedById }),
    kind: "submitted",
    side: row.side,
    number: row.number,
  }));
  const returned = rows.returns
    .filter((row) => sight.inner || row.toState === writtenIn.self)
    .map(
      ({
        fromState,
        toState,
        reason,
        caseReason,
        valueKey,
        point,
        resolvedAt,
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
        resolvedAt,
      }),
    );
  const inner = sight.inner ? agreements(rows, base) : [];
  const notes = sight.hrNotes ? findings(rows, base) : [];
  return [...submitted, ...returned, ...inner, ...notes].sort(
    (a, b) => b.at.getTime() - a.at.getTime() || a.id.localeCompare(b.id),
  );
}

type Base = (row: ByRow) => { id: string; at: Date; by: string };

function agreements(rows: HistoryRows, base: Base): HistoryEntry[] {
  return rows.decisions.flatMap((row) =>
    row.verdict === "agreed"
      ? [{ ...base(row), kind: "agreed", round: row.round, comment: row.comment }]
      : [],
  );
}

function findings(rows: HistoryRows, base: Base): HistoryEntry[] {
  const confirmed = rows.verifications.flatMap((row): HistoryEntry[] =>
    row.verdict === "confirmed"
      ? [{ ...base(row), ...pinned(row), kind: "confirmed", comment: row.comment }]
      : [],
  );
  const approved = rows.approvals.flatMap((row): HistoryEntry[] =>
    row.verdict === "approved"
      ? [{ ...base(row), ...pinned(row), kind: "approved", reason: row.reason }]
      : [],
  );
  return [...confirmed, ...approved];
}

const pinned = ({ valueKey, halfPoints }: Pick<ApprovalOf, "valueKey" | "halfPoints">) => ({
  valueKey,
  halfPoints,
});
