import { closing, usualDays, workday } from "@/lib/appraisal/rules";
import { isDone, stageOf, stages } from "@/lib/appraisal/stages";
import type { Stage } from "@/lib/appraisal/types";
import type { FieldFault } from "@/lib/errors/outcome";
import { addDays, dayIn, instantAt, lastDayOf, timeIn, type Quarter } from "@/lib/i18n/zone";
import type { StageProgress } from "@/lib/progress/types";
import type { ShownCount } from "@/lib/small-groups/rules";
import type { CycleView, Pace, StageWindowView, WindowDraft } from "../types";

const opening = "09:00";

/** Windows from the last month of the quarter on, or from today where that has begun. */
export function proposedWindows(quarter: Quarter, now: Date, timeZone: string): WindowDraft[] {
  const today = dayIn(now, timeZone);
  const lastMonth = addDays(lastDayOf(quarter), -30);
  return scheduleFrom(today > lastMonth ? today : lastMonth, "together");
}

/**
 * All stages from one ISO day, each with its usual days. `together`: all open with the first, because people are not
 * equally fast; `in_turn`: each opens on the workday after the one before it closed.
 */
export function scheduleFrom(first: string, pace: Pace): WindowDraft[] {
  let opens = first;
  let day = first;
  return stages.map((stage) => {
    day = workday(addDays(day, usualDays[stage]));
    const window = { stage, opensAt: `${opens}T${opening}`, closesAt: `${day}T${closing}` };
    if (pace === "in_turn") opens = day = workday(addDays(day, 1));
    return window;
  });
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
    const order = before && {
      code: "before_previous_stage" as const,
      data: { stage: window.stage, previous: before.stage },
    };
    if (window.stage !== stages[index]) faults[at] = { code: "window_order" };
    if (window.closesAt <= window.opensAt)
      faults[`${at}.closesAt`] = { code: "closes_before_opens" };
    else if (window.closesAt <= now) faults[`${at}.closesAt`] = { code: "deadline_past" };
    else if (order && window.closesAt < before.closesAt) faults[`${at}.closesAt`] = order;
    if (order && window.opensAt < before.opensAt) faults[`${at}.opensAt`] = order;
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
  if (next && closesAt > next.closesAt)
    return { code: "after_next_stage", data: { stage, next: next.stage } };
  return null;
}

/** Days to move by for a pause, begun ones counted whole: nobody loses time by it, and no deadline its hour. */
export function pausedDays(since: Date, now: Date): number {
  return Math.max(1, Math.ceil((now.getTime() - since.getTime()) / 86_400_000));
}

/** Whether a pause cost nobody a day, so that nothing need move for it. */
export function isShortPause(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() < 86_400_000;
}

/** Saturday or Sunday by the company's calendar. */
export function onWeekend(at: Date, timeZone: string): boolean {
  return [0, 6].includes(new Date(`${dayIn(at, timeZone)}T00:00:00Z`).getUTCDay());
}

/** What was still to come when the pause began, moved by whole days of the company's clock; what had passed stays. */
export function movedByPause(
  windows: readonly StageWindowView[],
  {
    since,
    days,
    timeZone,
  }: { readonly since: Date; readonly days: number; readonly timeZone: string },
): StageWindowView[] {
  const moved = (at: Date) =>
    at <= since
      ? at
      : instantAt(addDays(dayIn(at, timeZone), days), timeIn(at, timeZone), timeZone);
  return windows.map(({ stage, opensAt, closesAt }) => ({
    ...{ stage, opensAt: moved(opensAt), closesAt: moved(closesAt) },
  }));
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

/**
 * How many still stand at a step whose window has closed. Work handed back may still be mended, so it is not late; nor is
 * what a pause keeps from everybody.
 */
export function overdueOf(
  { state, count, returned }: StageProgress,
  { windows, closedAt, paused }: Pick<CycleView, "windows" | "closedAt" | "paused">,
  now: Date,
): ShownCount {
  if (closedAt !== null || paused !== null) return 0;
  const window = windows.find(({ stage }) => stage === stageOf(state));
  if (isDone(state) || window === undefined || now < window.closesAt) return 0;
  return count === null || returned === null ? null : count - returned;
}
