import type { AppraisalState, Signed } from "@/lib/appraisal/types";
import type { HalfPoints, ValueDefinition } from "@/lib/scoring";
import { emptyValue, writtenIn } from "@/lib/sheet/rules";
import {
  sides,
  type Sheet,
  type SheetCase,
  type SheetPair,
  type SheetValue,
  type Side,
} from "@/lib/sheet/types";
import type {
  CameBack,
  CaseMark,
  EarlierSheet,
  EarlierSheets,
  FormerCase,
  LostCase,
  ShownChange,
  ShownFormerCase,
  ValueChange,
  ValueRounds,
} from "./types";

const valueIn = (values: readonly SheetValue[], key: string): SheetValue =>
  values.find((value) => value.key === key) ?? emptyValue(key);

const words = ({ title, kind, happenedOn, happened, action, outcome, beneficiary }: SheetCase) =>
  JSON.stringify([title, kind, happenedOn, happened, action, outcome, beneficiary]);

interface Placed {
  readonly value: string;
  readonly item: SheetCase;
}

const placedIn = (values: readonly SheetValue[]): readonly Placed[] =>
  values.flatMap(({ key, cases }) => cases.map((item) => ({ value: key, item })));

const sameAs = (one: Placed, other: Placed) =>
  one.value === other.value &&
  one.item.rung === other.item.rung &&
  words(one.item) === words(other.item);

/** Every case of sheets handed in before that no longer stands as it did, each wording once, the newest first. */
export function formerCases(
  { side, values }: Sheet,
  earlier: readonly EarlierSheet[],
): readonly (FormerCase & { readonly value: string })[] {
  const now = placedIn(values);
  const found: (Placed & { at: Date; fate: FormerCase["fate"]; now: FormerCase["now"] })[] = [];
  for (const sheet of earlier.toReversed())
    for (const old of placedIn(sheet.values)) {
      const same = ({ item }: Placed) => item.id === old.item.id;
      const current = now.find(same);
      if (current !== undefined && sameAs(current, old)) continue;
      if (found.some((known) => same(known) && sameAs(known, old))) continue;
      const gone = current === undefined && !found.some(same);
      const moved = current !== undefined && words(current.item) === words(old.item);
      const fate = gone ? "removed" : moved ? "moved" : "rewritten";
      const place = moved ? { value: current.value, rung: current.item.rung } : null;
      found.push({ ...old, at: sheet.at, fate, now: place });
    }
  return found.map(({ value, item, ...rest }) => ({ ...item, ...rest, side, value }));
}

/** What is different about the cases that stand now since the last sheet before; empty where there was none. */
export function caseMarks(
  { values }: Pick<Sheet, "values">,
  earlier: readonly EarlierSheet[],
): ReadonlyMap<string, CaseMark> {
  const last = earlier.at(-1);
  if (last === undefined) return new Map();
  const before = placedIn(last.values);
  return new Map(
    placedIn(values).flatMap((placed): [string, CaseMark][] => {
      const old = before.find(({ item }) => item.id === placed.item.id);
      if (old === undefined) return [[placed.item.id, "added"]];
      if (sameAs(old, placed)) return [];
      return [[placed.item.id, words(old.item) === words(placed.item) ? "moved" : "rewritten"]];
    }),
  );
}

/** Whether two say the same: judgements, cases and their places, the justification, the doubt. */
function isSameValue(one: SheetValue, other: SheetValue): boolean {
  return (
    one.justification === other.justification &&
    one.inDoubt === other.inDoubt &&
    verdictsOf(one, other).length === 0 &&
    one.cases.length === other.cases.length &&
    one.cases.every((item) =>
      other.cases.some(
        (candidate) =>
          candidate.id === item.id &&
          candidate.rung === item.rung &&
          words(candidate) === words(item),
      ),
    )
  );
}

function verdictsOf(before: SheetValue, after: SheetValue): ValueChange["verdicts"] {
  const points = new Set([...Object.keys(before.judgements), ...Object.keys(after.judgements)]);
  return [...points]
    .map(Number)
    .toSorted((a, b) => a - b)
    .flatMap((rung) => {
      const [from, to] = [before.judgements[rung] ?? null, after.judgements[rung] ?? null];
      return from === to ? [] : [{ rung, from, to }];
    });
}

/** A note as it is kept; `toState` says which side it asks. */
export interface KeptNote extends Omit<CameBack, "from" | "rung"> {
  readonly fromState: AppraisalState;
  readonly toState: AppraisalState;
  readonly valueKey: string | null;
  readonly point: number | null;
  readonly resolvedAt: Date | null;
}

/** The notes since the last time this side was handed in before; those about the whole sheet are about every value. */
function notesSince(notes: readonly KeptNote[], side: Side, since: Date, key: string) {
  return notes
    .filter(
      ({ toState, valueKey, at }) =>
        toState === writtenIn[side] && at >= since && (valueKey === null || valueKey === key),
    )
    .map(
      ({
        id,
        fromState: from,
        byId,
        at,
        reason,
        caseReason,
        point: rung,
        caseTitle,
      }): CameBack => ({
        ...{ id, from, byId, at, reason, caseReason, rung, caseTitle },
      }),
    );
}

interface Compared {
  readonly sheet: Sheet;
  readonly earlier: readonly EarlierSheet[];
  readonly notes: readonly KeptNote[];
}

/** What is different about one value; null where nothing is and nobody asked for it. */
export function changeOf(
  { sheet, earlier, notes }: Compared,
  key: string,
  score: HalfPoints | null,
): ValueChange | null {
  const last = earlier.at(-1);
  if (last === undefined) return null;
  const { side } = sheet;
  const [before, after] = [valueIn(last.values, key), valueIn(sheet.values, key)];
  const from = last.scores[key] ?? null;
  const known = new Set(before.cases.map(({ id }) => id));
  const same = isSameValue(before, after);
  const cameBack = notesSince(notes, side, last.at, key);
  if (same && from === score && cameBack.length === 0) return null;
  return {
    side,
    before: last.at,
    score: from === score ? null : { from, to: score },
    verdicts: verdictsOf(before, after),
    justification: before.justification === after.justification ? null : before.justification,
    added: after.cases.map(({ id }) => id).filter((id) => !known.has(id)),
    former: formerCases({ side, values: [after] }, [{ ...last, values: [before] }]).length,
    cameBack,
    untouched: cameBack.length > 0 && same,
  };
}

/** The values that came back, each with nothing different about it; all of them where only the whole sheet came back. */
export function untouchedKeys({ sheet, earlier, notes }: Compared): readonly string[] {
  const last = earlier.at(-1);
  if (last === undefined) return [];
  const open = notes.filter(
    ({ toState, resolvedAt }) => toState === writtenIn[sheet.side] && resolvedAt === null,
  );
  const same = sheet.values
    .map(({ key }) => key)
    .filter((key) => isSameValue(valueIn(last.values, key), valueIn(sheet.values, key)));
  const whole = open.some(({ valueKey }) => valueKey === null);
  const asked = (key: string) => open.some(({ valueKey }) => valueKey === key);
  if (whole && same.length === sheet.values.length) return same;
  return same.filter(asked);
}

interface Rounds {
  readonly earlier: EarlierSheets;
  readonly notes: readonly KeptNote[];
  readonly values: readonly ValueDefinition[];
  readonly signed: (byId: string, at: Date) => Signed;
}

/** What a reader is shown of the rounds before, of the sides given, for one value with its scores. */
export function shownRounds(
  {
    key,
    scores,
  }: { readonly key: string; readonly scores: Readonly<Record<Side, HalfPoints | null>> },
  sheets: SheetPair,
  { earlier, notes, values, signed }: Rounds,
): ValueRounds {
  const former = sides
    .flatMap((side) => formerCases(sheets[side], earlier[side]))
    .filter(({ value }) => value === key)
    .map((item) => shownFormer(values, item));
  const marks = sides.flatMap((side) => {
    const { cases } = valueIn(sheets[side].values, key);
    return [...caseMarks(sheets[side], earlier[side])].filter(([id]) =>
      cases.some((item) => item.id === id),
    );
  });
  return {
    former,
    marks: Object.fromEntries(marks),
    changes: sides.flatMap((side): ShownChange[] => {
      const compared = { sheet: sheets[side], earlier: earlier[side], notes };
      const change = changeOf(compared, key, scores[side]);
      const named = ({ byId, ...note }: CameBack) => ({ ...note, ...signed(byId, note.at) });
      return change === null ? [] : [{ ...change, cameBack: change.cameBack.map(named) }];
    }),
  };
}

type Fated = ReturnType<typeof formerCases>[number];

const shownFormer = (
  values: readonly ValueDefinition[],
  { now, value: _, ...item }: Fated,
): ShownFormerCase => ({ ...item, movedTo: placeNamed(values, now) });

/** What each sheet of one side no longer held as the one before it did, by its number. */
export function lostCases(
  side: Side,
  handedIn: readonly EarlierSheet[],
  values: readonly ValueDefinition[],
): ReadonlyMap<number, readonly LostCase[]> {
  return new Map(
    handedIn.slice(1).map((sheet, at) => {
      const lost = formerCases({ side, values: sheet.values }, handedIn.slice(at, at + 1));
      const placed = lost.flatMap((item): LostCase[] => {
        const value = values.find(({ key }) => key === item.value);
        if (value === undefined) return [];
        return [{ value: value.name, gated: value.gated, item: shownFormer(values, item) }];
      });
      return [sheet.number, placed];
    }),
  );
}

function placeNamed(
  values: readonly ValueDefinition[],
  place: FormerCase["now"],
): ShownFormerCase["movedTo"] {
  const value = values.find(({ key }) => key === place?.value);
  if (value === undefined || place === null) return null;
  return { value: value.name, rung: place.rung, gated: value.gated };
}
