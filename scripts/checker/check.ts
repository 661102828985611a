import {
  bandName,
  explainSheet,
  isLibraryCandidate,
  renderBand,
  renderConsequence,
  renderExplanation,
  renderSanction,
  renderTotal,
  scoreSheet,
  type HalfPoints,
  type Problem,
  type SheetResult,
  type ValueDefinition,
  type Rules,
} from "@/lib/scoring";
import { simplified } from "@/lib/i18n/writing/han";
import type { Employees } from "./gather/employees";
import { type GivenValue, type Part, type PlaceOf, type Sourced } from "./read/appraisal";
import {
  isOnlyStated,
  isSilent,
  points,
  statedProblem,
  toInput,
  unjudged,
  type Own,
} from "./given";
import {
  nearestName,
  numberAgain,
  plain,
  say,
  sayProblem,
  type Data,
  type Language,
  type TextKey,
} from "./words";

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
 * absent where it has none. `library`: the score makes its cases candidates for the case library. `stated`: nobody asked for
 * cases, so the score is taken as it was stated.
 */
export type CheckedValue = {
  readonly score: number | null;
  readonly gate: number | null;
  readonly passed?: boolean | null;
  readonly library?: true;
  readonly stated?: true;
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
  /** How single values lowered the band the total earns; absent where they did not. */
  readonly lowered?: string;
  readonly explanation: readonly string[];
  readonly consequences: readonly CheckedConsequence[];
  readonly problems: readonly CheckedProblem[];
  readonly audit: {
    readonly verify: readonly string[];
    readonly sample: readonly string[];
    readonly approve: readonly string[];
    readonly beneficiaryView: readonly string[];
    readonly refer: readonly string[];
    readonly sanction: readonly string[];
  };
};

export type Checked = {
  readonly person: CheckedPerson;
  readonly manager: string | null;
  readonly total: HalfPoints | null;
};

export class Checker {
  private readonly definitions: ReadonlyMap<string, ValueDefinition>;

  constructor(
    readonly ruleset: Rules,
    readonly language: Language,
    private readonly employees: Employees,
  ) {
    this.definitions = new Map(ruleset.framework.values.map((value) => [value.key, value]));
  }

  check(sourced: Sourced): Checked {
    const { appraisal, placeOf } = sourced;
    const { framework, policy } = this.ruleset;
    const given = Object.entries(appraisal.values);
    const inputs = given.map(
      ([key, value]) => [key, toInput(this.definitions.get(key), value)] as const,
    );
    const absent = framework.values.map(({ key }) => [key, unjudged] as const);
    const result = scoreSheet(framework, policy, Object.fromEntries([...absent, ...inputs]));
    const explained = explainSheet(policy, result);
    const ofBand = renderBand(explained, this.ruleset, this.language);
    const sentences = [
      renderTotal(explained, this.ruleset, this.language),
      ofBand,
      ...explained.sanctions.map((one) => renderSanction(one, this.ruleset, this.language)),
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
        ...(result.band?.lowered !== undefined && ofBand !== null && { lowered: ofBand }),
        explanation: sentences.filter((sentence) => sentence !== null),
        consequences: result.consequences.map((one) => ({
          code: one.code,
          text:
            policy.consequences.find(({ code }) => code === one.code)?.text[this.language] ??
            one.code,
          because: renderConsequence(one, this.ruleset, this.language),
        })),
        problems: this.personProblems(sourced, result),
        audit: result.audit,
      },
    };
  }

  private values(
    result: SheetResult,
    given: ReadonlyMap<string, GivenValue>,
    placeOf: PlaceOf | undefined,
  ): [string, CheckedValue][] {
    const known = result.values.map((one): [string, CheckedValue] => {
      const definition = this.definitions.get(one.key);
      const value = given.get(one.key);
      const own = definition && value ? statedProblem(definition, value, one.score) : null;
      // A value nobody gave is said once for the person; a score that cannot be leaves nothing else to say.
      const isSaid =
        value === undefined || own?.code === "score-out-of-range" || own?.code === "score-missing";
      const told = isSaid ? [] : one.problems;
      const problems = told.map((problem) => this.problem(problem, placeOf, value));
      if (own !== null) problems.push(this.own(own, one.key, placeOf));
      const explanation = renderExplanation(one.explanation, this.language);
      const score = one.score === null ? null : points(one.score);
      const lines = this.linesOf(one);
      const isStated = value !== undefined && one.complete && isOnlyStated(value);
      const stated = isStated ? ({ stated: true } as const) : {};
      // What is presumed of somebody who is judged opens no gate for who is not.
      const gate = value === undefined || isSilent(value) ? null : one.gate;
      return [one.key, { score, gate, ...lines, ...stated, problems, explanation }];
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
    const names = values.flatMap((one) => [one.name.zh, one.name.en]);
    const guess = nearestName(simplified(value), names);
    const data = {
      hint: guess === null ? "" : say(this.language, "did-you-mean", { guess }),
      value: plain(value),
      framework: name[this.language],
      known: known.join(this.language === "zh" ? "、" : ", "),
    };
    return this.own({ code: "unknown-value", data, part: { kind: "value" } }, value, placeOf);
  }

  /** A justification nobody asked for is not known to be missing. */
  private problem(
    problem: Problem,
    placeOf: PlaceOf | undefined,
    given: GivenValue | undefined,
  ): CheckedProblem {
    const { code, value, rung, data } = problem;
    const facts = code === "justification-required" || code === "sanction-facts-required";
    const isUnknown = facts && given?.notAsked?.justification === true;
    const severity = isUnknown ? "info" : problem.severity;
    const part: Part =
      rung !== undefined ? { kind: "rung", rung } : { kind: facts ? "justification" : "value" };
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

  private personProblems(
    { appraisal: { employee, values }, lacking = [], total, band }: Sourced,
    result: SheetResult,
  ): CheckedProblem[] {
    const problems: CheckedProblem[] = [];
    const add = (code: TextKey, data: Data, cell?: string) => {
      const message = say(this.language, code, data);
      problems.push({ code, severity: "error", message, ...(cell !== undefined && { cell }) });
    };
    const before = this.employees.add(employee);
    if (before !== null)
      add("duplicate-employee", { employee: numberAgain(this.language, employee, before) });
    const missing = this.ruleset.framework.values.filter(
      ({ key, rungs }) => rungs.length > 0 && !Object.hasOwn(values, key) && !lacking.includes(key),
    );
    const names = missing.map(({ name }) => name[this.language]);
    if (missing.length > 0)
      add("values-missing", { values: names.join(this.language === "zh" ? "、" : ", ") });
    if (total !== undefined && result.total !== null && total.points !== points(result.total))
      add("total-differs", { stated: total.points, total: points(result.total) }, total.cell);
    if (band !== undefined && result.band !== null && band.key !== result.band.key) {
      const stated = bandName(this.ruleset.policy, band.key)?.[this.language] ?? band.key;
      add("band-differs", { stated, band: result.band.name[this.language] }, band.cell);
    }
    return problems;
  }
}
