import { stableId } from "@/lib/db/ids";
import { lotOf, type Taking } from "@/lib/sample/rules";
import { drawSealed, seedHash, type SheetResult } from "@/lib/scoring";
import { toHex, sha256 } from "@/lib/scoring/audit/sha256";
import { idOfPerson } from "./build/company";
import { momentOf, type SeedCycle } from "./build/quarters";
import type { Rows } from "./build/rows";
import { reached, type Story } from "./build/story";

/** One appraisal with what the manager's scores come to. */
export interface Told {
  readonly story: Story;
  readonly result: SheetResult;
}

/** Whose open sheets are walked through with nothing but what must be verified, and whose show what was drawn. */
const spared: readonly string[] = ["ge.tong", "ke.lan", "yan.min"];
const hit = "ning.zhe";
const tries = 300;

const drawnAt = 0.63;

interface Team {
  readonly lotKey: string;
  readonly manager: string;
  readonly population: readonly Taking[];
}

function teamsOf(told: readonly Told[], lotKey: string): readonly Team[] {
  const there = told.filter(({ story }) => reached(story, "hr_audit"));
  const managers = [...new Set(there.map(({ story }) => story.line.managerKey))];
  return managers
    .filter((manager) =>
      there.every(
        ({ story: { line, place } }) => line.managerKey !== manager || place.undrawn !== true,
      ),
    )
    .map((manager) => ({
      ...{ manager, lotKey },
      population: there
        .filter(({ story }) => story.line.managerKey === manager)
        .flatMap(({ story, result }) =>
          result.values.flatMap(({ key, score, routing }) =>
            routing.sample && score !== null
              ? [{ appraisalId: story.id, valueKey: key, halfPoints: score }]
              : [],
          ),
        ),
    }))
    .filter(({ population }) => population.length > 0);
}

/** Which values of which sheet HR looks at because they were drawn. */
export type Drawn = ReadonlyMap<string, readonly string[]>;

const seedNo = (cycle: SeedCycle, n: number) =>
  toHex(sha256(new TextEncoder().encode(`demo sample ${cycle.id} ${n}`)));

function drawnBy(seed: string, percent: number, teams: readonly Team[]): Drawn {
  const drawn = new Map<string, string[]>();
  for (const { population, lotKey } of teams) {
    const lots = population.map((score) => lotOf(score, lotKey));
    const items = new Set(drawSealed(lots, { percent, seed }));
    for (const score of population)
      if (items.has(lotOf(score, lotKey)))
        drawn.set(score.appraisalId, [...(drawn.get(score.appraisalId) ?? []), score.valueKey]);
  }
  return drawn;
}

/** The first seed whose draw lets the walks through the demo be as they are told. It is the same on every date, as the ids are. */
function fittingSeed(
  cycle: SeedCycle,
  percent: number,
  teams: readonly Team[],
  told: readonly Told[],
) {
  const idOf = (key: string) => told.find(({ story }) => story.person.key === key)?.story.id ?? "";
  const [spare, show] = [spared.map(idOf), idOf(hit)];
  const among = teams.filter(({ population }) =>
    population.some(({ appraisalId }) => appraisalId === show || spare.includes(appraisalId)),
  );
  const fits = (seed: string) => {
    const drawn = drawnBy(seed, percent, among);
    return drawn.has(show) && !spare.some((id) => drawn.has(id));
  };
  const found = Array.from({ length: tries }, (_, n) => seedNo(cycle, n)).find(fits);
  if (found === undefined) throw new Error("no seed fits the walks through the demo");
  return found;
}

/** The sealed seed of the open quarter and the revealed one of the quarter before, with their draws; older ones had none. */
export function addSample(rows: Rows, cycle: SeedCycle, told: readonly Told[]): Drawn {
  const percent = told[0]?.story.ruleset.policy.audit.sample?.percent;
  if (percent === undefined || cycle.ago > 1) return new Map();
  const lotKey = seedNo({ ...cycle, id: `${cycle.id} lots` }, 0);
  const teams = teamsOf(told, lotKey);
  const seed = cycle.open ? fittingSeed(cycle, percent, teams, told) : seedNo(cycle, 0);
  const revealedAt = cycle.open ? null : cycle.until;
  rows.seeds.push({
    cycleId: cycle.id,
    seed,
    hash: seedHash(seed),
    lotKey,
    sealedAt: cycle.openedAt,
    revealedAt,
  });
  const drawn = drawnBy(seed, percent, teams);
  const at = momentOf(cycle, drawnAt);
  for (const { manager, population } of teams) {
    const id = stableId("demo draw", cycle.id, manager);
    const draw = { id, cycleId: cycle.id, managerId: idOfPerson(manager), percent, at };
    const items = population.map((score) => ({
      ...{ ...score, drawId: id },
      drawn: drawn.get(score.appraisalId)?.includes(score.valueKey) === true,
    }));
    rows.draws.push({ draw, items });
  }
  for (const { story } of told.filter(({ story: { id } }) =>
    rows.draws.some(({ items }) => items.some(({ appraisalId }) => appraisalId === id)),
  )) {
    const about = {
      appraisalId: story.id,
      cycleId: cycle.id,
      employeeId: idOfPerson(story.person.key),
    };
    const payload = { values: [...(drawn.get(story.id) ?? [])] };
    rows.events.push({ at, actorId: null, kind: "sample.drawn", ...about, payload });
    story.appraisal.version = (story.appraisal.version ?? 1) + 1;
  }
  return drawn;
}
