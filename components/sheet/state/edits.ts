import {
  caseKindOf,
  needsCase,
  silentPoints,
  type CaseKind,
  type RungDefinition,
  type ValueDefinition,
  type Verdict,
} from "@/lib/scoring";
import { sheetLimits, type SheetCase, type SheetValue } from "@/lib/sheet/types";

/** The texts of a case a person can type. */
export type CaseText = Pick<
  SheetCase,
  "title" | "happenedOn" | "happened" | "action" | "outcome" | "beneficiary"
>;

function blankCase(id: string, rung: number, kind: CaseKind): SheetCase {
  return {
    id,
    rung,
    kind,
    title: "",
    happenedOn: "",
    happened: "",
    action: "",
    outcome: "",
    beneficiary: "",
  };
}

export function isBlank(item: SheetCase): boolean {
  return [item.title, item.happened, item.action, item.outcome, item.beneficiary].every(
    (text) => text.trim() === "",
  );
}

export function casesAt(cases: readonly SheetCase[], rung: number): readonly SheetCase[] {
  return cases.filter((item) => item.rung === rung);
}

/**
 * A judgement, with what it brings along: one that needs a case opens an empty one unless somebody's stands there, one
 * that needs none takes away a case nobody wrote in. `others`: null while theirs are not seen; they may support it.
 */
export function judge(
  value: SheetValue,
  rung: RungDefinition,
  verdict: Verdict,
  others: readonly SheetCase[] | null,
  newId: () => string,
): SheetValue {
  const kind = caseKindOf(rung);
  const fits = (item: SheetCase) => item.rung === rung.point && item.kind === kind;
  const judgements = { ...value.judgements, [rung.point]: verdict };
  if (!needsCase(rung, verdict)) {
    return { ...value, judgements, cases: value.cases.filter((i) => !(fits(i) && isBlank(i))) };
  }
  const maySupport = others === null && kind === "supports";
  const stands = maySupport || [...(others ?? []), ...value.cases].some(fits);
  const cases = stands ? value.cases : [...value.cases, blankCase(newId(), rung.point, kind)];
  return { ...value, judgements, cases };
}

/** Nothing is against any of them: every presumed rung that is not judged yet is met, in the judge's own word. */
export function confirmPresumed(value: SheetValue, rungs: readonly RungDefinition[]): SheetValue {
  const silent = silentPoints(rungs, value.judgements);
  const met = Object.fromEntries(silent.map((point) => [point, "met" as const]));
  return { ...value, judgements: { ...value.judgements, ...met } };
}

/** Takes a verdict back to “not judged”, with the case it brought along where nobody wrote in it. */
export function unjudge(
  value: SheetValue,
  rung: Pick<RungDefinition, "point" | "grant">,
): SheetValue {
  const blank = (item: SheetCase) => item.rung === rung.point && isBlank(item);
  return {
    ...value,
    judgements: { ...value.judgements, [rung.point]: undefined },
    cases: value.cases.filter((item) => !blank(item)),
  };
}

export function addCase(
  value: SheetValue,
  rung: Pick<RungDefinition, "point" | "grant">,
  id: string,
): SheetValue {
  return { ...value, cases: [...value.cases, blankCase(id, rung.point, caseKindOf(rung))] };
}

export function changeCase(value: SheetValue, id: string, text: Partial<CaseText>): SheetValue {
  return {
    ...value,
    cases: value.cases.map((item) => (item.id === id ? { ...item, ...text } : item)),
  };
}

/** Without its last contradicting case a presumed rung is granted again, so its lowered verdict goes, too. */
export function removeCase(
  value: SheetValue,
  rung: Pick<RungDefinition, "point" | "grant">,
  id: string,
  others: readonly SheetCase[] | null,
): SheetValue {
  const cases = value.cases.filter((item) => item.id !== id);
  const stands = [...(others ?? []), ...cases].some(
    (item) => item.rung === rung.point && item.kind === "contradicts",
  );
  if (rung.grant !== "presumed" || stands) return { ...value, cases };
  return { ...value, judgements: { ...value.judgements, [rung.point]: undefined }, cases };
}

/** Puts a case where it is not yet, at the end of its rung. */
export function placeCase(value: SheetValue, item: SheetCase): SheetValue {
  const cases = value.cases.filter(({ id }) => id !== item.id);
  return { ...value, cases: [...cases, item] };
}

export interface CasePlace {
  readonly value: string;
  readonly point: number;
}

/** Where a case could stand as well: rungs that ask for its kind, of values that have room for one more. By value key. */
export function placesFor(
  { id, rung, kind }: SheetCase,
  values: readonly ValueDefinition[],
  sheet: readonly SheetValue[],
): readonly (Pick<ValueDefinition, "key" | "name" | "gated"> & {
  readonly rungs: readonly RungDefinition[];
})[] {
  const full = ({ cases }: SheetValue) =>
    cases.length >= sheetLimits.casesPerValue && !cases.some((item) => item.id === id);
  const closed = new Set(sheet.filter(full).map(({ key }) => key));
  const holds = sheet.find(({ cases }) => cases.some((item) => item.id === id))?.key;
  return values.flatMap(({ key, name, gated, rungs }) => {
    const fit = rungs.filter(
      (one) => caseKindOf(one) === kind && !(key === holds && one.point === rung),
    );
    return closed.has(key) || fit.length === 0 ? [] : [{ key, name, gated, rungs: fit }];
  });
}

/** Undoes one removal on whatever the value has become since. */
export function restoreCase(value: SheetValue, before: SheetValue, id: string): SheetValue {
  const index = before.cases.findIndex((item) => item.id === id);
  const item = before.cases[index];
  if (item === undefined || value.cases.some((other) => other.id === id)) return value;
  const verdict = before.judgements[item.rung];
  const judgements =
    verdict === undefined ? value.judgements : { ...value.judgements, [item.rung]: verdict };
  return { ...value, judgements, cases: value.cases.toSpliced(index, 0, item) };
}
