import { chain, isDone, stageOf, stages } from "@/lib/appraisal/stages";
import type { AppraisalState, Stage } from "@/lib/appraisal/types";
import type { FieldFault } from "@/lib/errors/outcome";
import { hideSmall, hideSmallIn, shownOf, sumOf, type Figure } from "@/lib/scoring";
import { addDays, dayIn, instantAt, lastDayOf, timeIn, type Quarter } from "@/lib/i18n/zone";
import type { StageProgress, StageWindowView, UnitProgress, WindowDraft } from "./types";

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

type StateCounts = Readonly<Partial<Record<AppraisalState, number>>>;

export function progressOf(counts: StateCounts): number[] {
  return progressParts.map((part) =>
    chain.where((row) => row.part === part).reduce((sum, state) => sum + (counts[state] ?? 0), 0),
  );
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** The parts of each unit, small groups hidden: the units of one page are all there are of the one above. */
export function unitFigures(
  units: readonly StateCounts[],
): readonly Pick<UnitProgress, "people" | "parts">[] {
  const table = units.map(progressOf);
  const hidden = hideSmallIn(table);
  return table.map((counts, row) => ({
    people: sum(counts),
    parts: counts.map((count, column) => (hidden[row]?.[column] === true ? null : count)),
  }));
}

interface StageCounts {
  readonly state: AppraisalState;
  readonly count: number;
  readonly returned: number;
}

/** Sums of states that are shown somewhere: all, each part, those that are done and those that are not. */
const statesTogether = [
  chain.states,
  ...chain.parts.map((part) => chain.where((row) => row.part === part)),
  chain.states.filter(isDone),
  chain.states.filter((state) => !isDone(state)),
];

/** The figures of a cycle by state, in the order of `counted`, and of all of it; small groups hidden. */
export function stageFigures<Counted extends StageCounts>(counted: readonly Counted[]) {
  const cells = counted.map(({ count }) => ({ count, people: count, rest: count }));
  const groups = statesTogether.map((states) =>
    counted.flatMap(({ state }, index) => (states.includes(state) ? [index] : [])),
  );
  const hidden = hideSmall(cells, groups);
  const stages = counted.map((stage, index) => {
    const { count, returned } = stage;
    const figures: Readonly<Record<"count" | "returned", Figure>> =
      hidden[index] === true
        ? { count: null, returned: null }
        : { count, returned: shownOf(returned, count) };
    return { ...stage, ...figures };
  });
  const people = sum(counted.map(({ count }) => count));
  const done = sum(counted.filter(({ state }) => isDone(state)).map(({ count }) => count));
  return { stages, done: shownOf(done, people), returned: sumOf(stages.map((s) => s.returned)) };
}

/** How many still stand at a step whose window has closed. Work handed back may still be mended, so it is not late. */
export function overdueOf(
  { state, count, returned }: StageProgress,
  windows: readonly StageWindowView[],
  now: Date,
): Figure {
  const window = windows.find(({ stage }) => stage === stageOf(state));
  if (isDone(state) || window === undefined || now < window.closesAt) return 0;
  return count === null || returned === null ? null : count - returned;
}
