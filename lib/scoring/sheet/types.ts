import type { HalfPoints } from "../figures";
import type { LadderOutcome, Problem, ValueInput, ValueResult } from "../ladder/types";
import type { BandLimit, BandResult } from "./bands";
import type { Condition } from "./conditions";
import type { JustificationRule, Routing } from "./routing";
import type { SanctionCause } from "./sanctions";

export type SheetValueInput = ValueInput & {
  readonly justification?: string | undefined;
  /** The judge is in doubt about this value. */
  readonly inDoubt?: boolean | undefined;
  /**
   * Cases were never asked for: that none is there says nothing. Verdicts, or where there are none this score in
   * half-points (null for none), stand as stated.
   */
  readonly stated?: { readonly score: HalfPoints | null } | undefined;
  /** With `underWay`: others' cases are not seen yet, so no verdict falls for want of one; see `judgeUnseen`. */
  readonly unseen?: boolean | undefined;
};
export type SheetInput = Readonly<Record<string, SheetValueInput>>;

/** A value's outcome with what the policy makes of its score. The same for everybody judged alike. */
export type RuledOutcome = LadderOutcome & {
  readonly justification: JustificationRule;
  readonly routing: Routing;
  /** Whether the score reaches the policy's pass line; null without a score or without a line. */
  readonly passed: boolean | null;
  readonly consequences: readonly ProposedConsequence[];
  /** The bands this score bars. */
  readonly limits: readonly BandLimit[];
  /** What of the sheet's consequences this value causes; empty where the policy asks for no facts. */
  readonly sanction: readonly SanctionCause[];
};

export type SheetValueResult = ValueResult & {
  /** `missing`: the rule asks and nothing but white space is written. Not required while the score is open. */
  readonly justification: JustificationRule & { readonly missing: boolean };
  readonly routing: Routing;
  readonly passed: boolean | null;
  readonly sanction: readonly SanctionCause[];
};

/** A consequence the rules propose and the rule that asks for it; one code may be asked for more than once. */
export type ProposedConsequence = {
  readonly code: string;
  readonly because:
    | { readonly kind: "band"; readonly band: string; readonly total: HalfPoints }
    | {
        readonly kind: "value";
        readonly value: string;
        readonly score: HalfPoints;
        readonly rule: Condition;
      };
};

/** Value keys by where their scores go; see `Routing`. */
export type AuditLists = Readonly<Record<keyof Routing, readonly string[]>>;

/** What a whole sheet comes to, in half-points. Total and band stay null until every value is decided. */
type SheetFigures = {
  readonly complete: boolean;
  readonly total: HalfPoints | null;
  readonly totalSoFar: HalfPoints;
  readonly maxTotal: HalfPoints;
  readonly band: BandResult | null;
  readonly consequences: readonly ProposedConsequence[];
};

/** The result of packed signals: no texts, so no case titles and no justifications. Values in the framework's order. */
export type SheetOutcome = SheetFigures & { readonly outcomes: readonly RuledOutcome[] };

export type SheetResult = SheetFigures & {
  /** In the framework's order. */
  readonly values: readonly SheetValueResult[];
  readonly problems: readonly Problem[];
  readonly audit: AuditLists;
};
