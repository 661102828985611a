import { chain, isDone, stageOf, stages } from "@/lib/appraisal/stages";
import type { AppraisalState, Stage } from "@/lib/appraisal/types";
import type { FieldFault } from "@/lib/errors/outcome";
import { addDays, dayIn, instantAt, lastDayOf, timeIn, type Quarter } from "@/lib/i18n/zone";
import {
  hideSmall,
  shownOf,
  sightOf,
  sumOfShown,
  type ShownCount,
  type Sight,
} from "@/lib/small-groups/rules";
import type { StageCounts, StageProgress, StageWindowView, UnitCounts, WindowDraft } from "./types";

/** Days each stage usually has after the one before closed. */
const usualDays: Readonly<Record<Stage, number>> = {
  self_review: 7,
  manager_scoring: 7,
  second_level: 3,
  hr_audit: 4,
  approval: 2,
  interview: 5,
  result: 7,
};

const opening = "09:00";
const closing = "18:00";

/**
 * Windows from the last month of the quarter on, or from today where that has begun. A later one opens with the first,
 * because people are not equally fast.
 */
export function proposedWindows(quarter: Quarter, now: Date, timeZone: string): WindowDraft[] {
  const today = dayIn(now, timeZone);
  const lastMonth = addDays(lastDayOf(quarter), -30);
  const first = today > lastMonth ? today : lastMonth;
  let day = first;
  return stages.map((stage) => {
    day = workday(addDays(day, usualDays[stage]));
    return { stage, opensAt: `${first}T${opening}`, closesAt: `${day}T${closing}` };
  });
}

/** Nobody should find a deadline on a Sunday; it moves to Monday. */
function workday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}

/** Who came in the last month of the quarter has too little to show for it. */
export function proposedJoinedAfter(quarter: Quarter): string {
  return addDays(lastDayOf(quarter), -31);
}

export function toInstant(moment: string, timeZone: string): Date {
  return instantAt(moment.slice(0, 10), moment.slice(11), timeZone);
}

export function toWindows(drafts: readonly WindowDraft[], timeZone: string): StageWindowView[] {
  return drafts.map(({ stage, opensAt, closesAt }) => ({
    stage,
    opensAt: toInstant(opensAt, timeZone),
    closesAt: toInstant(closesAt, timeZone),
  }));
}

/** What is wrong with a set of windows, each at the field where it can be mended. */
export function windowFaults(
  windows: readonly StageWindowView[],
  now: Date,
): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  windows.forEach((window, index) => {
    const before = windows[index - 1];
    const at = `windows.${index}`;
    if (window.stage !== stages[index]) faults[at] = { code: "window_order" };
    if (window.closesAt <= window.opensAt)
      faults[`${at}.closesAt`] = { code: "closes_before_opens" };
    else if (window.closesAt <= now) faults[`${at}.closesAt`] = { code: "deadline_past" };
    else if (before && window.closesAt < before.closesAt)
      faults[`${at}.closesAt`] = { code: "before_previous_stage" };
    if (before && window.opensAt < before.opensAt)
      faults[`${at}.opensAt`] = { code: "before_previous_stage" };
  });
  return faults;
}

/**
 * Windows are only ever extended: shortening one would take time away from somebody who was promised it. With the windows
 * `following` moved too, nothing later stands in the way.
 */
export function extensionFault(
  windows: readonly StageWindowView[],
  stage: Stage,
  closesAt: Date,
  now: Date,
  following = false,
): FieldFault | null {
  const index = stages.indexOf(stage);
  const window = windows.find((candidate) => candidate.stage === stage);
  if (window === undefined) return { code: "invalid_input" };
  if (closesAt <= window.closesAt) return { code: "not_later" };
  if (closesAt <= now) return { code: "deadline_past" };
  const next = following
    ? undefined
    : windows.find((candidate) => candidate.stage === stages[index + 1]);
  if (next && closesAt > next.closesAt) return { code: "after_next_stage" };
  return null;
}

/** One deadline before and after. */
export interface MovedWindow {
  readonly stage: Stage;
  readonly from: Date;
  readonly to: Date;
}

/** The deadlines after a stage's, each moved by as many days and hours of the company's clock as that one. */
export function movedWith(
  windows: readonly StageWindowView[],
  stage: Stage,
  closesAt: Date,
  timeZone: string,
): MovedWindow[] {
  const wall = (at: Date) => Date.parse(`${dayIn(at, timeZone)}T${timeIn(at, timeZone)}:00Z`);
  const own = windows.find((window) => window.stage === stage);
  if (own === undefined) return [];
  const by = wall(closesAt) - wall(own.closesAt);
  const at = stages.indexOf(stage);
  return windows
    .filter((window) => stages.indexOf(window.stage) > at)
    .map(({ stage: later, closesAt: from }) => {
      const moved = new Date(wall(from) + by).toISOString().slice(0, 16);
      return { stage: later, from, to: toInstant(moved, timeZone) };
    });
}

/** Five parts of one way, from the first draft to the answer, for pictures of progress. */
export const progressParts = chain.parts;

const stateParts = progressParts.map((part) => chain.where((row) => row.part === part));

export function progressOf(counts: Readonly<Partial<Record<AppraisalState, number>>>): number[] {
  return stateParts.map((states) => sum(states.map((state) => counts[state] ?? 0)));
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** A department and the people of its own by part, not those below. */
export interface DepartmentCounts {
  readonly id: string;
  readonly parentId: string | null;
  readonly parts: readonly number[];
}

interface UnitRow {
  readonly department: DepartmentCounts;
  /** The department's own people alone. */
  readonly own: boolean;
  readonly parts: readonly number[];
}

/** One row for each department below the chosen ones, with everything under it, and one for the own people of each chosen. */
function rowsBelow(departments: readonly DepartmentCounts[], chosen: readonly string[]): UnitRow[] {
  const below = new Map<string | null, DepartmentCounts[]>();
  for (const department of departments) {
    const siblings = below.get(department.parentId);
    if (siblings === undefined) below.set(department.parentId, [department]);
    else siblings.push(department);
  }
  const withBelow = ({ id, parts }: DepartmentCounts): readonly number[] =>
    (below.get(id) ?? []).reduce<readonly number[]>((total, child) => {
      const more = withBelow(child);
      return total.map((count, part) => count + (more[part] ?? 0));
    }, parts);
  return departments
    .flatMap((department) => {
      const own = chosen.includes(department.id);
      if (!own && !chosen.includes(department.parentId ?? "")) return [];
      return [{ department, own, parts: own ? department.parts : withBelow(department) }];
    })
    .filter(({ parts }) => sum(parts) > 0);
}

/**
 * The units at the end of a path from the top, small groups hidden. The top is all departments that have none above. What
 * is hidden of a department is hidden of everything in it, so it is decided from the top down. `together`: see `partsTogether`.
 */
export function unitCounts(
  departments: readonly DepartmentCounts[],
  path: readonly string[],
  together: readonly (readonly number[])[],
): UnitCounts[] {
  const tops = departments.filter(({ parentId }) => parentId === null).map(({ id }) => id);
  const seen = (rows: readonly UnitRow[], ...of: [Sight?, (readonly (readonly number[])[])?]) => {
    const sights = sightOf(
      rows.map(({ parts }) => parts),
      ...of,
    );
    return rows.flatMap((row, index) => {
      const sight = sights[index];
      return sight === undefined ? [] : [{ ...row, sight }];
    });
  };
  const [top, ...below] = path;
  let units = seen(rowsBelow(departments, tops), undefined, together);
  if (top !== undefined && below.length === 0)
    units = units.filter(({ department: { id, parentId } }) => id === top || parentId === top);
  for (const id of below) {
    const whole = units.find(({ department, own }) => department.id === id && !own)?.sight;
    units = seen(rowsBelow(departments, [id]), whole);
  }
  return units.map(({ department: { id }, own, parts, sight }) => ({
    ...{ id, own, people: sight.people ? sum(parts) : null },
    parts: parts.map((count) => (sight.parts ? count : null)),
  }));
}

/** Sums of states that are shown somewhere: all, each part, those that are done and those that are not. */
const statesTogether = [
  chain.states,
  ...stateParts,
  chain.states.filter(isDone),
  chain.states.filter((state) => !isDone(state)),
];

/** The people of a cycle by state, in the order of `counted`, and of all of it; small groups hidden. */
export function stageCounts<Counted extends StageCounts>(counted: readonly Counted[]) {
  const cells = counted.map(({ count }) => ({ count, people: count, rest: count }));
  const groups = statesTogether.map((states) =>
    counted.flatMap(({ state }, index) => (states.includes(state) ? [index] : [])),
  );
  const hidden = hideSmall(cells, groups);
  const stages = counted.map((stage, index) => {
    const { count, returned } = stage;
    const shown: Readonly<Record<"count" | "returned", ShownCount>> =
      hidden[index] === true
        ? { count: null, returned: null }
        : { count, returned: shownOf(returned, count) };
    return { ...stage, ...shown };
  });
  const people = sum(counted.map(({ count }) => count));
  const done = sum(counted.filter(({ state }) => isDone(state)).map(({ count }) => count));
  return {
    stages,
    done: shownOf(done, people),
    returned: sumOfShown(stages.map((s) => s.returned)),
  };
}

/**
 * Which parts' sums follow from the states shown, for `unitCounts`: each whose states are shown, and the rest as one, apart
 * from those who are done where that number is shown.
 */
export function partsTogether({
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

/** How many still stand at a step whose window has closed. Work handed back may still be mended, so it is not late. */
export function overdueOf(
  { state, count, returned }: StageProgress,
  windows: readonly StageWindowView[],
  now: Date,
): ShownCount {
  const window = windows.find(({ stage }) => stage === stageOf(state));
  if (isDone(state) || window === undefined || now < window.closesAt) return 0;
  return count === null || returned === null ? null : count - returned;
}
