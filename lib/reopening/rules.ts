import { closing, usualDays, workday } from "@/lib/appraisal/rules";
import { stageOf, stages } from "@/lib/appraisal/stages";
import type { AppraisalState, StageWindow } from "@/lib/appraisal/types";
import { addDays, dayIn, instantAt } from "@/lib/i18n/zone";

/**
 * The windows a sheet needs that goes its way again from `to`: every stage from there on is open at once, and lasts its usual
 * days after the one before, or as long as it did, whichever is later. Nobody's step would else be over before it came.
 */
export function windowsAgain(
  windows: readonly StageWindow[],
  to: AppraisalState,
  now: Date,
  timeZone: string,
): StageWindow[] {
  let day = dayIn(now, timeZone);
  return stages.slice(stages.indexOf(stageOf(to))).flatMap((stage) => {
    day = workday(addDays(day, usualDays[stage]));
    const until = instantAt(day, closing, timeZone);
    const given = windows.find((window) => window.stage === stage);
    if (given === undefined) return [];
    const opensAt = given.opensAt < now ? given.opensAt : now;
    return [{ stage, opensAt, closesAt: given.closesAt > until ? given.closesAt : until }];
  });
}
