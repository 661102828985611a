import type { AppraisalState } from "@/lib/appraisal/types";
import type { IsoDay } from "@/lib/i18n/zone";
import { refuse, type FieldFault, type Refusal } from "@/lib/errors/outcome";
import {
  auditReason,
  explainSheet,
  renderBand,
  renderConsequence,
  renderSanction,
  renderTotal,
  scoreSheet,
  type Bilingual,
  type ExplanationLocale,
  type FrameworkDocument,
  type PolicyDocument,
  type Problem,
  type Rules,
  type SheetResult,
  type SheetValueInput,
  type SheetValueResult,
} from "@/lib/scoring";
import type {
  Owed,
  Sheet,
  SheetCase,
  SheetConsequence,
  SheetPair,
  SheetSums,
  SheetValue,
  Side,
} from "./types";

/** Where the sheet of each side is written, and what it is handed back to. */
export const writtenIn = {
  self: "self_review",
  manager: "manager_scoring",
} as const satisfies Record<Side, AppraisalState>;

/** For whom no policy closes anything. */
export const nothingUnseen: ReadonlySet<string> = new Set();

/**
 * What the scoring library is given for one side. The manager judges over everybody's facts, so both sides' cases
 * count for the manager; the employee's own review stands on the employee's cases alone. A case whose
 * facts are not written down yet counts for nothing.
 */
export function scoringInput(
  sheets: SheetPair,
  side: Side,
  underWay = false,
  unseen = nothingUnseen,
): Record<string, SheetValueInput> {
  const inputs: Record<string, SheetValueInput> = {};
  for (const value of sheets[side].values) {
    const others = side === "manager" ? valueOf(sheets.self, value.key).cases : [];
    const written = [...others, ...value.cases].filter(isWritten);
    inputs[value.key] = {
      judgements: value.judgements,
      cases: written.map(({ id, rung, kind, title }) => {
        const byEmployee = others.some((other) => other.id === id);
        return { id, rung, kind, title, ...(byEmployee && { byEmployee }) };
      }),
      justification: value.justification,
      inDoubt: side === "manager" && value.inDoubt,
      underWay,
      unseen: side === "manager" && unseen.has(value.key),
    };
  }
  return inputs;
}

/**
 * The result of one side as it was handed in. A self-review needs no written justification, so that problem is the
 * manager's alone.
 */
export function resultOf(
  framework: FrameworkDocument,
  policy: PolicyDocument,
  sheets: SheetPair,
  side: Side,
): SheetResult {
  return forSide(side, scoreSheet(framework, policy, scoringInput(sheets, side)));
}

/**
 * The result of one side while it is written: what its judge has not spoken of has no score yet. `unseen`: the values of
 * which the manager has not seen the self-review, see `unseenValues`.
 */
export function draftResultOf(
  framework: FrameworkDocument,
  policy: PolicyDocument,
  sheets: SheetPair,
  side: Side,
  unseen = nothingUnseen,
): SheetResult {
  return forSide(side, scoreSheet(framework, policy, scoringInput(sheets, side, true, unseen)));
}

function forSide(side: Side, result: SheetResult): SheetResult {
  if (side === "manager") return result;
  const needed = ({ code }: Problem) =>
    code !== "justification-required" && code !== "sanction-facts-required";
  return {
    ...result,
    problems: result.problems.filter(needed),
    values: result.values.map((value) => ({
      ...value,
      problems: value.problems.filter(needed),
      justification: { required: false, reason: null, threshold: null, missing: false },
      sanction: [],
    })),
  };
}

export const nothingOwed: Owed = { hr: new Set(), approver: new Set() };

/**
 * Where a score goes, as it is written beside it, so that no list needs a rule of its own: by the policy, and back to
 * whoever returned the value. What the employee judged goes nowhere.
 */
export function routingRow(
  policy: PolicyDocument,
  side: Side,
  { score, routing }: Pick<SheetValueResult, "score" | "routing">,
  owed = { hr: false, approver: false },
) {
  const goes = (route: boolean) => side === "manager" && route;
  return {
    auditReason: side === "manager" ? auditReason(policy, score, routing, owed.hr) : null,
    needsView: goes(routing.beneficiaryView),
    needsApproval: goes(routing.approve || owed.approver),
    maySample: goes(routing.sample),
    referred: goes(routing.refer),
  };
}

/** What zod cannot know: value and rungs are of this framework, judgements and marks of this policy, facts are not to come. */
export function valueRefusal(
  { framework, policy }: Rules,
  side: Side,
  value: SheetValue,
  today: IsoDay,
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
    if (item.happenedOn > today)
      fields[`value.cases.${index}.happenedOn`] = { code: "future_date" };
  });
  if (new Set(value.cases.map((item) => item.id)).size !== value.cases.length) {
    fields["value.cases"] = { code: "duplicate_case" };
  }
  return Object.keys(fields).length === 0 ? null : refuse("invalid_input", { fields });
}

export function emptyValue(key: string): SheetValue {
  return { key, judgements: {}, cases: [], justification: "", inDoubt: false };
}

export function valueOf(sheet: Sheet, key: string): SheetValue {
  return sheet.values.find((value) => value.key === key) ?? emptyValue(key);
}

/** Cases to read: by rung, then by the day; what has no day comes last, and of one day the first written. */
export function inOrder<C extends Pick<SheetCase, "rung" | "happenedOn">>(
  cases: readonly C[],
): readonly C[] {
  const day = ({ happenedOn }: C) => (happenedOn === "" ? "9999-99-99" : happenedOn);
  return cases.toSorted(
    (a, b) => a.rung - b.rung || (day(a) < day(b) ? -1 : Number(day(a) > day(b))),
  );
}

export type CaseFault = "case_title" | "case_happened" | "case_action";

/** A case can be judged only when it says what it is called, what happened and what was done. */
export function caseFaults(item: SheetCase): readonly CaseFault[] {
  const faults: CaseFault[] = [];
  if (item.title.trim() === "") faults.push("case_title");
  if (item.happened.trim() === "") faults.push("case_happened");
  if (item.action.trim() === "") faults.push("case_action");
  return faults;
}

export function isWritten(item: SheetCase): boolean {
  return caseFaults(item).length === 0;
}

const inBoth = (words: (locale: ExplanationLocale) => string): Bilingual => ({
  zh: words("zh"),
  en: words("en"),
});

/** The arithmetic of a sheet in words, so that whoever reads it can redo it. */
export function sumsOf(rules: Rules, result: SheetResult): SheetSums {
  const explained = explainSheet(rules.policy, result);
  const { consequences } = rules.policy;
  const of = ({ code, text, dated }: (typeof consequences)[number]): SheetConsequence[] => {
    const why = explained.consequences
      .filter((proposed) => proposed.code === code)
      .map((proposed) => inBoth((locale) => renderConsequence(proposed, rules, locale)));
    return why.length === 0 ? [] : [{ code, text, why, dated: dated === true }];
  };
  return {
    total: inBoth((locale) => renderTotal(explained, rules, locale)),
    band:
      explained.band === null
        ? null
        : inBoth((locale) => renderBand(explained, rules, locale) ?? ""),
    consequences: consequences.flatMap(of),
    grounds: result.values.flatMap((value) => {
      const why = groundsOf(rules, value);
      return why.length === 0 ? [] : [{ value: value.key, why }];
    }),
  };
}

/** Why a consequence rests on a value, one sentence for each reason. */
export function groundsOf(
  rules: Rules,
  { key: value, score, sanction }: Pick<SheetValueResult, "key" | "score" | "sanction">,
): readonly Bilingual[] {
  if (score === null) return [];
  return sanction.map((because) =>
    inBoth((locale) => renderSanction({ value, score, because }, rules, locale)),
  );
}

/** One thing that stops a submission, with the place it can be mended. */
export interface Missing {
  readonly code: string;
  readonly value: string;
  readonly rung?: number;
  /** Where a value nobody has touched is begun: all of it is missing, not this rung alone. */
  readonly at?: number;
  readonly caseId?: string;
}

const wantsCase: Readonly<Record<string, SheetCase["kind"]>> = {
  "case-required": "supports",
  "contradicting-case-required": "contradicts",
};

/** Whether a case is there and only waits to be written down: then that is what is missing, not another case. */
export function awaitsWriting({ code, rung }: Problem, own: SheetValue): boolean {
  const kind = wantsCase[code];
  return own.cases.some((item) => item.kind === kind && item.rung === rung && !isWritten(item));
}

/** The values something is missing of: the one count of what is left that a page may show. */
export function unfinishedKeys(missing: readonly Missing[]): readonly string[] {
  return [...new Set(missing.map(({ value }) => value))];
}

export function missingFor(result: SheetResult, sheet: Sheet): readonly Missing[] {
  const unjudged = result.values.filter((value) => value.score === null).map((value) => value.key);
  const untouched = new Set(result.values.filter(({ judged }) => !judged).map(({ key }) => key));
  const problems = result.problems
    .filter(
      (problem) =>
        problem.severity === "error" &&
        !awaitsWriting(problem, valueOf(sheet, problem.value)) &&
        (problem.code !== "not-judged" || unjudged.includes(problem.value)),
    )
    .map(({ code, value, rung }) => {
      if (rung === undefined) return { code, value };
      return untouched.has(value) ? { code, value, at: rung } : { code, value, rung };
    });
  const thin = sheet.values.flatMap((value) =>
    value.cases.flatMap((item) =>
      caseFaults(item).map((code) => ({
        code,
        value: value.key,
        rung: item.rung,
        caseId: item.id,
      })),
    ),
  );
  const order = new Map(result.values.map(({ key }, index) => [key, index]));
  const byPlace = (one: Missing, other: Missing) =>
    (order.get(one.value) ?? 0) - (order.get(other.value) ?? 0) ||
    (one.rung ?? Infinity) - (other.rung ?? Infinity) ||
    0;
  return [...problems, ...thin].toSorted(byPlace);
}
