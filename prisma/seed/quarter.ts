import { stableId } from "@/lib/db/ids";
import type { Ruleset } from "@/lib/ruleset/types";
import { addDays, dayIn } from "@/lib/i18n/zone";
import { addAppointments, addClosing } from "./build/closing";
import { holdersOf, idOfPerson, lineOf } from "./build/company";
import { openPlaces, people, type SeedPerson, type SeedPlace } from "./build/data";
import { timeZone, type SeedCycle } from "./build/quarters";
import { addExemption, addOwnWindows, isExempted, isIncluded } from "./build/participation";
import { addReview } from "./build/review";
import type { Rows } from "./build/rows";
import { addSample } from "./sample";
import { beginStory, addSheets } from "./build/story";

const openedBy = "su.nian";

type ExemptReason = "joined_late" | "on_leave" | "no_manager" | "by_hand";

/** Everything of one quarter: the cycle, who takes part, and each appraisal as far as it came. */
export function addQuarter(rows: Rows, ruleset: Ruleset, versions: Versions, cycle: SeedCycle) {
  const { id, year, quarter, open, openedAt, until } = cycle;
  const closed = { closedAt: until, closedById: idOfPerson(openedBy) };
  rows.cycles.push({
    ...{ id, year, quarter, ...versions, openedAt, openedById: idOfPerson(openedBy) },
    // Written open, because the database lets nothing into a closed cycle; closed at the end of the seed.
    ...(open ? {} : { closedById: closed.closedById }),
  });
  rows.windows.push(...cycle.windows.map((window) => ({ cycleId: id, ...window })));
  const inScope = people.filter((person) => takesPart(person, cycle));
  const exempt = inScope.filter((person) => exemptReason(person, cycle) !== null).length;
  recordCycle(rows, cycle, "cycle.opened", { people: inScope.length - exempt, exempt });
  const told = inScope.flatMap((person) => {
    const reason = exemptReason(person, cycle);
    rows.participants.push(participantOf(cycle, person, reason));
    if (reason !== null) {
      addExemption(rows, cycle, person);
      return [];
    }
    const story = beginStory(rows, ruleset, cycle, person, placeOf(person, cycle));
    return [{ story, ...addSheets(story) }];
  });
  const drawn = addSample(rows, cycle, told);
  for (const { story, sheets, result } of told) {
    addReview(story, result, drawn.get(story.id) ?? []);
    addAppointments(story);
    addClosing(story, { sheets, result });
    addOwnWindows(story);
  }
  if (open) return;
  if (cycle.ago === 1) recordCycle(rows, cycle, "sample.revealed", {});
  recordCycle(rows, cycle, "cycle.closed", { unfinished: 0 });
}

export interface Versions {
  readonly frameworkVersionId: string;
  readonly policyVersionId: string;
}

function placeOf({ key }: SeedPerson, { open }: SeedCycle): SeedPlace {
  return open ? (openPlaces[key] ?? { state: "self_review" }) : { state: "acknowledged" };
}

/** In a closed quarter whoever was there by its middle; in the open one whoever has not left. */
function takesPart({ hired, status }: SeedPerson, { open, casesFrom }: SeedCycle): boolean {
  if (open) return status !== "left";
  return hired !== "joins-late" && hired < addDays(casesFrom, 40);
}

function exemptReason(person: SeedPerson, cycle: SeedCycle): ExemptReason | null {
  if (person.manager === undefined) return "no_manager";
  if (!cycle.open) return null;
  if (isExempted(person, cycle)) return "by_hand";
  if (person.hired === "joins-late" && !isIncluded(person, cycle)) return "joined_late";
  return person.status === "on_leave" ? "on_leave" : null;
}

function participantOf(cycle: SeedCycle, person: SeedPerson, reason: ExemptReason | null) {
  return {
    id: stableId("demo participant", cycle.id, person.key),
    cycleId: cycle.id,
    employeeId: idOfPerson(person.key),
    ...holdersOf(lineOf(person)),
    exemptReason: reason,
  };
}

function recordCycle(
  rows: Rows,
  { id: cycleId, openedAt, until }: SeedCycle,
  kind: "cycle.opened" | "cycle.closed" | "sample.revealed",
  payload: Record<string, number>,
) {
  const at = kind === "cycle.opened" ? openedAt : until;
  rows.events.push({ at, kind, cycleId, actorId: idOfPerson(openedBy), payload });
}

/** The day someone must have joined by to be part of the open quarter, for the one who joined too late. */
export function lateHireDay(now: Date): string {
  return addDays(dayIn(now, timeZone), -20);
}
