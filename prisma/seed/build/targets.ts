import type { Ruleset } from "@/lib/ruleset/types";
import type { HalfPoints, PolicyDocument } from "@/lib/scoring";
import { moods, type SeedPerson, type SeedPlace } from "./data";
import type { SeedCycle } from "./quarters";
import { diceFor } from "./random";
import type { Targets } from "./sheets";

export interface Aims {
  readonly self: Targets;
  readonly manager: Targets;
}

/** Points a manager gives above (or below) what others would: the leniency a fairness page should find. */
function leniencyOf(managerKey: string): number {
  const known: Readonly<Record<string, number>> = {
    "lin.lan": 0,
    "tang.qi": -0.3,
    "bai.lu": 0.4,
    "he.chuan": -0.15,
    "luo.cheng": 0.3,
  };
  return known[managerKey] ?? diceFor("leniency", managerKey).between(-2, 3) / 10;
}

type Mood = "steady" | "excels" | "fallsShort";

function moodOf({ key }: SeedPerson, { ago }: SeedCycle): Mood {
  if (moods.excels[ago]?.includes(key) === true) return "excels";
  return moods.fallsShort[ago]?.includes(key) === true ? "fallsShort" : "steady";
}

const usualLevel: Readonly<Record<Mood, number>> = { steady: 3.5, excels: 4.5, fallsShort: 2.7 };

/** What both sides will have given, drawn around a level of the person that holds over the quarters. */
export function aimsFor(
  { framework, policy }: Ruleset,
  person: SeedPerson,
  place: SeedPlace,
  cycle: SeedCycle,
): Aims {
  const mood = moodOf(person, cycle);
  const level = usualLevel[mood] + diceFor("level", person.key).between(-2, 3) / 10;
  const leniency = mood === "steady" ? leniencyOf(person.manager ?? "") : 0;
  const self: Record<string, HalfPoints> = {};
  const manager: Record<string, HalfPoints> = {};
  for (const { key } of framework.values) {
    const dice = diceFor("score", person.key, cycle.id, key);
    const seen = level + (dice.next() + dice.next() - 1) * 0.9;
    manager[key] = place.manager?.[key] ?? given(mood, seen + leniency, dice.next());
    const modesty = diceFor("modesty", person.key).between(-1, 4) / 5;
    self[key] = place.self?.[key] ?? clamp(Math.round((seen + modesty) * 2), 4, 9);
  }
  const fixed = new Set(Object.keys(place.manager ?? {}));
  const needed = needing(place, manager);
  for (const key of Object.keys(needed)) if (needed[key] !== manager[key]) fixed.add(key);
  return { self, manager: settle(needed, fixed, boundsOf(mood, policy)) };
}

/** A 1 or a 5 now and then, too, so that HR and the approvers had work in every quarter. */
function given(mood: Mood, points: number, chance: number): HalfPoints {
  if (mood === "excels") return clamp(Math.round(points * 2), 8, 10);
  if (chance < 0.012) return 2;
  if (chance > 0.985 && points > 3.3) return 10;
  return clamp(Math.round(points * 2), 3, 9);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** The least and most a total may be, in half-points: the top band, the lowest one, or between. */
function boundsOf(mood: Mood, { bands }: PolicyDocument): readonly [number, number] {
  const starts = bands.map(({ from }) => from).toSorted((a, b) => a - b);
  const [passes = 0, top = Infinity] = [starts[1], starts.at(-1)];
  if (mood === "excels") return [top, Infinity];
  return mood === "fallsShort" ? [0, passes - 1] : [passes, top - 1];
}

/** Half a point more for the lowest or less for the highest, until the total fits. */
function settle(
  drawn: Targets,
  fixed: ReadonlySet<string>,
  [least, most]: readonly [number, number],
): Targets {
  const scores = { ...drawn };
  const free = Object.keys(scores).filter((key) => !fixed.has(key));
  const total = () => Object.values(scores).reduce((sum, score) => sum + score, 0);
  const ranked = () => free.toSorted((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const move = (key: string | undefined, by: number) => {
    if (key !== undefined) scores[key] = (scores[key] ?? 0) + by;
  };
  while (total() < least) move(ranked()[0], 1);
  while (total() > most) move(ranked().at(-1), -1);
  return scores;
}

/** A sheet can only wait for HR or for an approval when something on it asks for that. */
function needing(place: SeedPlace, scores: Record<string, HalfPoints>): Targets {
  const at = place.returned?.from ?? place.state;
  const values = Object.values(scores);
  const [first = ""] = Object.keys(scores);
  if (
    at === "hr_audit" &&
    place.undrawn !== true &&
    !values.some((score) => score <= 2 || score >= 8)
  )
    return { ...scores, [first]: 8 };
  if (at === "approval" && !values.includes(10)) return { ...scores, [first]: 10 };
  return scores;
}
