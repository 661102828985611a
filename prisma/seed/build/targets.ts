import type { FrameworkDocument, HalfPoints } from "@/lib/scoring";
import type { SeedPerson, SeedPlace } from "./data";
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
    "tang.qi": -0.45,
    "bai.lu": 0.6,
    "he.chuan": -0.2,
    "luo.cheng": 0.45,
  };
  return known[managerKey] ?? diceFor("leniency", managerKey).between(-3, 4) / 10;
}

/** What both sides will have given, drawn around a level of the person that holds over the quarters. */
export function aimsFor(
  framework: FrameworkDocument,
  person: SeedPerson,
  place: SeedPlace,
  season: string,
): Aims {
  const level = 3.2 + diceFor("level", person.key).between(-5, 6) / 10;
  const leniency = leniencyOf(person.manager ?? "");
  const self: Record<string, HalfPoints> = {};
  const manager: Record<string, HalfPoints> = {};
  for (const { key } of framework.values) {
    const dice = diceFor("score", person.key, season, key);
    const seen = level + (dice.next() + dice.next() - 1) * 1.1;
    manager[key] = place.manager?.[key] ?? withOutliers(seen + leniency, dice.next());
    const modesty = diceFor("modesty", person.key).between(-1, 4) / 5;
    self[key] = place.self?.[key] ?? clamp(Math.round((seen + modesty) * 2), 4, 9);
  }
  return { self, manager: needing(place, manager) };
}

function withOutliers(points: number, chance: number): HalfPoints {
  if (chance < 0.012) return 2;
  if (chance > 0.985 && points > 3.3) return 10;
  return clamp(Math.round(points * 2), 3, 9);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** A sheet can only wait for HR or for an approval when something on it asks for that. */
function needing(place: SeedPlace, scores: Record<string, HalfPoints>): Targets {
  const at = place.returned?.from ?? place.state;
  const values = Object.values(scores);
  const [first = ""] = Object.keys(scores);
  if (at === "hr_audit" && !values.some((score) => score <= 2 || score >= 8))
    return { ...scores, [first]: 8 };
  if (at === "approval" && !values.includes(10)) return { ...scores, [first]: 10 };
  return scores;
}
