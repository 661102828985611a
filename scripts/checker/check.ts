import {
  explainSheet,
  isLibraryCandidate,
  maxOfValue,
  renderBand,
  renderConsequence,
  renderExplanation,
  renderTotal,
  scoreSheet,
  type HalfPoints,
  type Problem,
  type SheetResult,
  type SheetValueInput,
  type ValueDefinition,
  type Verdict,
  type Rules,
} from "@/lib/scoring";
import type { Employees } from "./gather/employees";
import type { AppraisalValue, Part, PlaceOf, Sourced } from "./read/appraisal";
import { plain, say, sayProblem, type Data, type Language, type TextKey } from "./words";

type Severity = "error" | "info";
/** `cell` is where the problem stands in a spreadsheet. */
export type CheckedProblem = {
  readonly code: string;
  readonly severity: Severity;
  readonly rung?: number;
  readonly message: string;
  readonly cell?: string;
};

/**
 * Scores in points; null while a rung that decides is not judged. `passed`: whether the policy's pass line is reached;
 * absent where it has none. `library`: the score makes its cases candidates for the case library.
 */
export type CheckedValue = {
  readonly score: number | null;
  readonly gate: number | null;
  readonly passed?: boolean | null;
  readonly library?: true;
  readonly problems: readonly CheckedProblem[];
  readonly explanation: readonly string[];
};

type CheckedConsequence = {
  readonly code: string;
  readonly text: string;
  readonly because: string;
};

/** What is printed of one person. `audit.sample` holds who may be drawn until the draw has been made. */
export type CheckedPerson = {
  readonly employee: string;
  readonly name?: string;
  readonly values: Readonly<Record<string, CheckedValue>>;
  readonly total: number | null;
  readonly band: string | null;
  readonly bandName: string | null;
  readonly explanation: readonly string[];
  readonly consequences: readonly CheckedConsequence[];
  readonly problems: readonly CheckedProblem[];
  readonly audit: {
    readonly verify: readonly string[];
    readonly sample: readonly string[];
    readonly approve: readonly string[];
    readonly beneficiaryView: readonly string[];
    readonly refer: readonly string[];
  };
};

export type Checked = {
  readonly person: CheckedPerson;
  readonly manager: string | null;
  readonly total: HalfPoints | null;
};

type Own = { readonly code: TextKey; readonly data: Data; readonly part: Part };

const points = (score: HalfPoints) => score / 2;

/** The verdicts a stated score stands for on a ladder: so many met, a half as partly, the next one unmet. */
function derived(definition: ValueDefinition, score: HalfPoints): (Verdict | null)[] {
  const met = Math.floor(score / 2);
  return definition.rungs.map(({ point }) => {
    if (point <= met) return "met";
    if (point > met + 1) return null;
    return score % 2 === 1 ? "partly" : "unmet";
  });
}

function isJudged({ rungs }: AppraisalValue): boolean {
  return rungs?.some((verdict) => verdict !== null) ?? false;
}

/** A stated score without verdicts says which rungs were met only where the ladder is gated or nothing is missing. */
function verdictsOf(definition: ValueDefinition | undefined, value: AppraisalValue) {
  if (isJudged(value) || value.score == null || definition === undefined) return value.rungs ?? [];
  const score = value.score * 2;
  const max = maxOfValue(definition);
  const uncapped = max === definition.rungs.length * 2;
  const plainly = definition.gated || score === 0 || (score === max && uncapped);
  return score <= max && plainly ? derived(definition, score) : [];
}

function toInput(definition: ValueDefinition | undefined, value: AppraisalValue): SheetValueInput {
  const verdicts = verdictsOf(definition, value);
  const judgements: Record<number, Verdict> = {};
  verdicts.forEach((verdict, index) => {
    if (verdict !== null) judgements[index + 1] = verdict;
  });
  const cases = (value.cases ?? []).map((one, index) => ({
    id: String(index).padStart(3, "0"),
    ...one,
  }));
  return {
    judgements,
    cases,
    justification: value.justification ?? undefined,
    inDoubt: value.inDoubt,
  };
}

/** What is wrong with the score a file states for a value. */
function statedProblem(
  definition: ValueDefinition,
  value: AppraisalValue,
  score: HalfPoints | null,
): Own | null {
  if (value.score == null) return null;
  const stated = value.score * 2;
  const max = maxOfValue(definition);
  const part = { kind: "score" } as const;
  if (stated > max)
    return { code: "score-out-of-range", data: { stated: value.score, max: points(max) }, part };
  if (!isJudged(value) && !definition.gated && stated !== 0 && stated !== max)
    return { code: "verdicts-needed", data: { stated: value.score }, part };
  if (score === null || score === stated) return null;
  return { code: "score-differs", data: { stated: value.score, score: points(score) }, part };
}

export class Checker {
  private readonly definitions: ReadonlyMap<string, ValueDefinition>;

  constructor(
    readonly ruleset: Rules,
    readonly language: Language,
    private readonly employees: Employees,
  ) {
    this.definitions = new Map(ruleset.framework.values.map((value) => [value.key, value]));
  }

  check({ appraisal, placeOf }: Sourced): Checked {
    const { framework, policy } = this.ruleset;
    const given = Object.entries(appraisal.values);
    const inputs = given.map(
      ([key, value]) => [key, toInput(this.definitions.get(key), value)] as const,
    );
    const result = scoreSheet(framework, policy, Object.fromEntries(inputs));
    const explained = explainSheet(policy, result);
    const sentences = [
      renderTotal(explained, this.ruleset, this.language),
      renderBand(explained, this.ruleset, this.language),
    ];
    return {
      total: result.total,
      manager: appraisal.manager ?? null,
      person: {
        employee: appraisal.employee,
        ...(appraisal.name !== undefined && { name: appraisal.name }),
        values: Object.fromEntries(this.values(result, new Map(given), placeOf)),
        total: result.total === null ? null : points(result.total),
        band: result.band?.key ?? null,
        bandName: result.band?.name[this.language] ?? null,
        explanation: sentences.filter((sentence) => sentence !== null),
        consequences: result.consequences.map((one) => ({
          code: one.code,
          text:
            policy.consequences.find(({ code }) => code === one.code)?.text[this.language] ??
            one.code,
          because: renderConsequence(one, this.ruleset, this.language),
        })),
        problems: this.personProblems(appraisal.employee),
        audit: result.audit,
      },
    };
  }

  private values(
    result: SheetResult,
    given: ReadonlyMap<string, AppraisalValue>,
    placeOf: PlaceOf | undefined,
  ): [string, CheckedValue][] {
    const known = result.values.map((one): [string, CheckedValue] => {
      const definition = this.definitions.get(one.key);
      const value = given.get(one.key);
      const own = definition && value ? statedProblem(definition, value, one.score) : null;
      const problems = one.problems.map((problem) => this.problem(problem, placeOf));
      if (own !== null) problems.push(this.own(own, one.key, placeOf));
      const explanation = renderExplanation(one.explanation, this.language);
      const score = one.score === null ? null : points(one.score);
      const lines = this.linesOf(one);
      return [one.key, { score, gate: one.gate, ...lines, problems, explanation }];
    });
    const strangers = result.problems.filter(({ code }) => code === "unknown-value");
    const rest = strangers.map((problem): [string, CheckedValue] => [
      problem.value,
      { score: null, gate: null, problems: [this.stranger(problem, placeOf)], explanation: [] },
    ]);
    return [...known, ...rest];
  }

  private linesOf({ score, passed }: SheetResult["values"][number]) {
    const { policy } = this.ruleset;
    return {
      ...(policy.passLine !== undefined && { passed }),
      ...(isLibraryCandidate(policy, score) && ({ library: true } as const)),
    };
  }

  private stranger({ value }: Problem, placeOf: PlaceOf | undefined): CheckedProblem {
    const { values, name } = this.ruleset.framework;
    const known = values.map((one) => `${one.name[this.language]} ${one.key}`);
    const data = {
      value: plain(value),
      framework: name[this.language],
      known: known.join(this.language === "zh" ? "、" : ", "),
    };
    return this.own({ code: "unknown-value", data, part: { kind: "value" } }, value, placeOf);
  }

  private problem(problem: Problem, placeOf: PlaceOf | undefined): CheckedProblem {
    const { code, severity, value, rung, data } = problem;
    const part: Part =
      rung !== undefined
        ? { kind: "rung", rung }
        : { kind: code === "justification-required" ? "justification" : "value" };
    const cell = placeOf?.(value, part);
    return {
      code,
      severity,
      ...(rung !== undefined && { rung }),
      message: sayProblem(this.language, code, { gate: data?.gate ?? "" }),
      ...(cell !== undefined && { cell }),
    };
  }

  private own(
    { code, data, part }: Own,
    value: string,
    placeOf: PlaceOf | undefined,
  ): CheckedProblem {
    const cell = placeOf?.(value, part);
    return {
      code,
      severity: "error",
      message: say(this.language, code, data),
      ...(cell !== undefined && { cell }),
    };
  }

  private personProblems(employee: string): CheckedProblem[] {
    if (this.employees.add(employee)) return [];
    const message = say(this.language, "duplicate-employee", { employee: plain(employee, 200) });
    return [{ code: "duplicate-employee", severity: "error", message }];
  }
}
