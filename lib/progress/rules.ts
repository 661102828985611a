import { chain, isDone } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import {
  halvesOf,
  hideSmall,
  isFew,
  shownOf,
  sightOf,
  sumOfShown,
  type Known,
  type ShownCount,
  type Sight,
} from "@/lib/small-groups/rules";
import type {
  DepartmentCounts,
  StageCounts,
  StageProgress,
  UnitCounts,
  UnitInCharge,
} from "./types";

/** Five parts of one way, from the first draft to the answer, for pictures of progress. */
export const progressParts = chain.parts;

const stateParts = progressParts.map((part) => chain.where((row) => row.part === part));

/** The first part past each place where the way may be cut in two. */
export const cutParts = ["review", "talk", "done"] as const;
const progressCuts = cutParts.map((first) => progressParts.indexOf(first));

export function progressOf(counts: Readonly<Partial<Record<AppraisalState, number>>>): number[] {
  return stateParts.map((states) => sum(states.map((state) => counts[state] ?? 0)));
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

interface UnitRow {
  readonly department: DepartmentCounts;
  /** The department's own people alone. */
  readonly own: boolean;
  readonly parts: readonly number[];
}

interface SeenUnit extends UnitRow {
  readonly sight: Sight;
}

/** For each chosen department one row of its own people, and one for each department below with everything under it. */
function rowsBelow(departments: readonly DepartmentCounts[]) {
  const below = Map.groupBy(departments, ({ parentId }) => parentId);
  const withBelow = ({ id, parts }: DepartmentCounts): readonly number[] =>
    (below.get(id) ?? []).reduce<readonly number[]>((total, child) => {
      const more = withBelow(child);
      return total.map((count, part) => count + (more[part] ?? 0));
    }, parts);
  const all = new Map(departments.map((department) => [department.id, withBelow(department)]));
  return (chosen: readonly string[]): UnitRow[] =>
    departments
      .flatMap((department) => {
        const own = chosen.includes(department.id);
        if (!own && !chosen.includes(department.parentId ?? "")) return [];
        const parts = own ? department.parts : (all.get(department.id) ?? []);
        return [{ department, own, parts }];
      })
      .filter(({ parts }) => sum(parts) > 0);
}

function seen(rows: readonly UnitRow[], ...of: [Known, Sight?]): SeenUnit[] {
  const sights = sightOf(
    rows.map(({ parts }) => parts),
    ...of,
  );
  return rows.flatMap((row, index) => {
    const sight = sights[index];
    return sight === undefined ? [] : [{ ...row, sight }];
  });
}

/** What is shown of a company's departments, by the department whose page it is on; null is the top. */
export type UnitPages = ReadonlyMap<string | null, readonly UnitCounts[]>;

/**
 * Every page of units there is, small groups hidden. The top is all departments that have none above. What is hidden of a
 * department is hidden of everything in it, so it is decided from the top down. Whoever shows counts of units shows some of
 * these and no others: nothing follows from two rooms that does not follow from all pages. `together`: see `partsTogether`.
 */
export function unitPages(
  departments: readonly DepartmentCounts[],
  { cut, together }: Known,
): UnitPages {
  const rowsOf = rowsBelow(departments);
  const tops = departments.filter(({ parentId }) => parentId === null).map(({ id }) => id);
  const counts = (unit: SeenUnit) => toCounts(unit, cut);
  const pages = new Map<string | null, readonly UnitCounts[]>();
  const top = seen(rowsOf(tops), { cut, together });
  pages.set(null, top.map(counts));
  for (const id of tops) {
    const under = top.filter(({ department: d }) => d.id === id || d.parentId === id);
    pages.set(id, under.map(counts));
  }
  const open = (units: readonly SeenUnit[]) => {
    for (const { department, own, sight } of units) {
      if (own) continue;
      const page = seen(rowsOf([department.id]), { cut }, sight);
      pages.set(department.id, page.map(counts));
      open(page);
    }
  };
  open(top);
  return pages;
}

function toCounts({ department: { id }, own, parts, sight }: SeenUnit, cut: number): UnitCounts {
  const [, past] = halvesOf(parts, cut);
  return {
    ...{ id, own, cut, people: sight.people ? sum(parts) : null },
    past: sight.halves ? past : null,
    parts: sight.parts ? parts : null,
  };
}

/**
 * Of all pages what concerns the departments in somebody's charge: each with everything below it where they have charge of
 * all of that, and under it its parts; of the others their own people.
 */
export function unitsInCharge(
  departments: readonly DepartmentCounts[],
  pages: UnitPages,
  charge: ReadonlySet<string>,
): UnitInCharge[] {
  const below = Map.groupBy(departments, ({ parentId }) => parentId);
  const isWhole = ({ id, parts }: DepartmentCounts): boolean =>
    (charge.has(id) || sum(parts) === 0) && (below.get(id) ?? []).every(isWhole);
  const whole = new Set(departments.filter(isWhole).map(({ id }) => id));
  const under = (page: string | null, depth: number): UnitInCharge[] => {
    const units = pages.get(page) ?? [];
    return units.flatMap((unit) => {
      if (unit.own) return charge.has(unit.id) ? [{ ...unit, depth }] : [];
      if (!whole.has(unit.id)) return under(unit.id, depth);
      const parts = pages.get(unit.id)?.length === 1 ? [] : under(unit.id, depth + 1);
      return [{ ...unit, depth }, ...parts];
    });
  };
  return under(null, 0);
}

/**
 * Where the way is cut in two for units of which not every part can be shown: after the scoring, after the reviews or
 * before the end, whichever has the most equal halves of all people, so that few are seldom on one side.
 */
function cutOf(counted: readonly StageCounts[]): number {
  const apart = (cut: number) =>
    Math.abs(sum(counted.map(({ state, count }) => (isPast(state, cut) ? count : -count))));
  return progressCuts.reduce((best, cut) => (apart(cut) < apart(best) ? cut : best));
}

const isPast = (state: AppraisalState, cut: number) =>
  stateParts.findIndex((states) => states.includes(state)) >= cut;

/**
 * Sums of states that are shown somewhere: each part, those that are done and those that are not, those past the cut and
 * those before it, and all. The narrow ones first: what covers a small group within its part covers it within the whole, and
 * fewer are hidden.
 */
function statesTogether(cut: number) {
  const split = (is: (state: AppraisalState) => boolean) => [
    chain.states.filter(is),
    chain.states.filter((state) => !is(state)),
  ];
  return [...stateParts, ...split(isDone), ...split((state) => isPast(state, cut)), chain.states];
}

/** The people of a cycle by state, in the order of `counted`, and of all of it; small groups hidden. */
export function stageCounts<Counted extends StageCounts>(counted: readonly Counted[]) {
  const cells = counted.map(({ count }) => ({ count, people: count, rest: count }));
  const cut = cutOf(counted);
  const groups = statesTogether(cut).map((states) =>
    counted.flatMap(({ state }, index) => (states.includes(state) ? [index] : [])),
  );
  const hidden = hideSmall(cells, groups);
  const stages = counted.map((stage, index) => {
    const { count, returned, ...rest } = stage;
    const shown: Readonly<Record<"count" | "returned", ShownCount>> =
      hidden[index] === true
        ? { count: null, returned: null }
        : { count, returned: shownOf(returned, count) };
    return { ...rest, ...shown };
  });
  const people = sum(counted.map(({ count }) => count));
  const peopleIn = (is: (state: AppraisalState) => boolean) =>
    sum(counted.flatMap(({ state, count }) => (is(state) ? [count] : [])));
  const done = peopleIn(isDone);
  const between = peopleIn((state) => isPast(state, cut) && !isDone(state));
  return {
    ...{ stages, cut },
    // How many are past the cut follows from the units.
    done: isFew(between) ? null : shownOf(done, people),
    returned: sumOfShown(stages.map((s) => s.returned)),
  };
}

/** Of the others and the reader, who knows of the own sheet whether it is done. */
export function withOwn(done: ShownCount, ownDone: boolean | null): ShownCount {
  return done === null || ownDone !== true ? done : done + 1;
}

/**
 * Which parts' sums follow from the states shown, for `unitPages`: each whose states are shown, and the rest as one, apart
 * from those who are done where that number is shown.
 */
function partsTogether({
  stages,
  done,
}: {
  readonly stages: readonly Pick<StageProgress, "state" | "count">[];
  readonly done: ShownCount;
}): number[][] {
  const isHidden = (index: number) =>
    stages.some(
      ({ state, count }) => count === null && stateParts[index]?.includes(state) === true,
    );
  const parts = progressParts.map((_, index) => index);
  const alone = (index: number) =>
    !isHidden(index) || (done !== null && progressParts[index] === "done");
  const rest = parts.filter((index) => !alone(index));
  return [...parts.filter(alone).map((index) => [index]), ...(rest.length > 0 ? [rest] : [])];
}

/** What of the units follows from the states shown. */
export function knownOf(counts: ReturnType<typeof stageCounts>): Known {
  return { cut: counts.cut, together: partsTogether(counts) };
}
