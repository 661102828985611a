import { chain } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { RecordedEvent } from "@/lib/events/event";
import { stableId } from "@/lib/db/ids";
import type { Prisma } from "@/lib/db/generated/client";
import type { Ruleset } from "@/lib/ruleset/types";
import type { SheetResult } from "@/lib/scoring";
import { resultOf, routingRow } from "@/lib/sheet/rules";
import type { Sheet, SheetPair, Side } from "@/lib/sheet/types";
import { appraisedLineOf, familyOf, holdersOf, idOfPerson, type AppraisedLine } from "./company";
import type { SeedPerson, SeedPlace } from "./data";
import { momentOf, type SeedCycle } from "./quarters";
import { diceFor, type Dice } from "./random";
import type { Rows } from "./rows";
import { managerSheet, selfSheet } from "./sheets";
import { aimsFor } from "./targets";

/** One appraisal while it is written: what is known of it, and the rows it goes to. */
export interface Story {
  readonly id: string;
  readonly cycle: SeedCycle;
  readonly person: SeedPerson;
  readonly line: AppraisedLine;
  readonly place: SeedPlace;
  readonly ruleset: Ruleset;
  readonly rows: Rows;
  readonly dice: Dice;
  readonly appraisal: Prisma.AppraisalCreateManyInput;
  /** Records an event of this appraisal and gives the instant it happened. */
  record(event: RecordedEvent, fraction: number, actorKey: string): Date;
}

export function beginStory(
  rows: Rows,
  ruleset: Ruleset,
  cycle: SeedCycle,
  person: SeedPerson,
  place: SeedPlace,
): Story {
  const id = stableId("demo appraisal", cycle.id, person.key);
  const employeeId = idOfPerson(person.key);
  const line = appraisedLineOf(person);
  const lag = (diceFor("pace", cycle.id, person.key).next() - 0.5) * 0.06;
  const appraisal = {
    id,
    participantId: stableId("demo participant", cycle.id, person.key),
    cycleId: cycle.id,
    employeeId,
    ...holdersOf(line),
    managerId: idOfPerson(line.managerKey),
    state: place.state,
    version: 1,
    round: 0,
    stateSince: cycle.openedAt,
    returnedFrom: place.returned?.from ?? null,
  };
  rows.appraisals.push(appraisal);
  const record: Story["record"] = ({ kind, ...payload }, fraction, actorKey) => {
    const at = momentOf(cycle, fraction + lag);
    const about = { appraisalId: id, cycleId: cycle.id, employeeId };
    rows.events.push({ at, actorId: idOfPerson(actorKey), kind, ...about, payload });
    appraisal.version += 1;
    return at;
  };
  const dice = diceFor("story", cycle.id, person.key);
  return { id, cycle, person, line, place, ruleset, rows, dice, appraisal, record };
}

/** Whoever decides where nobody stands in the line: the demo's HR administrator. */
export const hrAdmin = "su.nian";

export const hrOf = ({ line }: Story): string => line.hrPartnerKey ?? hrAdmin;

/** Whether the story got as far as `step` before it came to rest, or was sent back. */
export function reached({ place }: Story, step: AppraisalState): boolean {
  return chain.from(step).includes(place.returned?.from ?? place.state);
}

export interface Sheets {
  readonly sheets: SheetPair;
  readonly result: SheetResult;
}

/** Both sheets, as far as each side has come. */
export function addSheets(story: Story): Sheets {
  const { cycle, person, place, ruleset } = story;
  const aims = aimsFor(ruleset, person, place, cycle);
  const writer = {
    family: familyOf(person.department),
    from: cycle.casesFrom,
    to: cycle.casesTo,
    first: place.firstCases ?? false,
  };
  const all = ruleset.framework.values.length;
  const selfDone = reached(story, "manager_scoring") ? all : (place.draft ?? 0);
  const managerDone = reached(story, "second_level")
    ? all
    : place.state === "manager_scoring"
      ? (place.draft ?? 0)
      : 0;
  const self = selfSheet(ruleset.framework, aims.self, selfDone, {
    ...writer,
    seed: `${story.id} self`,
  });
  const manager = managerSheet(ruleset, self, aims.manager, managerDone, {
    ...writer,
    seed: `${story.id} manager`,
  });
  const sheets = { self, manager };
  addSide(story, sheets, "self", selfDone);
  const result = addSide(story, sheets, "manager", managerDone);
  return { sheets, result };
}

function addSide(story: Story, sheets: SheetPair, side: Side, done: number): SheetResult {
  const { ruleset, appraisal, person, line } = story;
  const result = resultOf(ruleset.framework, ruleset.policy, sheets, side);
  const author = side === "self" ? person.key : line.managerKey;
  const start = side === "self" ? 0.1 : 0.36;
  sheets[side].values.slice(0, done).forEach((value, index) => {
    const after = result.values.find(({ key }) => key === value.key)?.score ?? null;
    const event = { kind: `${side}.saved` as const, value: value.key, before: null, after };
    story.record(event, start + index * 0.024, author);
    writeValue(story, side, value, result);
  });
  const total = done > 0 ? result.total : null;
  const handedIn = reached(story, side === "self" ? "manager_scoring" : "second_level");
  if (side === "self") appraisal.selfTotal = total;
  else appraisal.managerTotal = total;
  if (handedIn && total !== null) handIn(story, sheets[side], result, total, author);
  return result;
}

function writeValue(
  { id, ruleset, rows }: Story,
  side: Side,
  value: Sheet["values"][number],
  result: SheetResult,
) {
  const valueId = ruleset.valueIds[value.key];
  const scored = result.values.find(({ key }) => key === value.key);
  if (valueId === undefined || scored === undefined) throw new Error(`no value ${value.key}`);
  const mine = { appraisalId: id, side, valueId };
  for (const [point, verdict] of Object.entries(value.judgements))
    if (verdict !== undefined) rows.judgements.push({ ...mine, point: Number(point), verdict });
  value.cases.forEach(({ rung, happenedOn, ...item }, position) => {
    const happened = new Date(`${happenedOn}T00:00:00Z`);
    rows.cases.push({ ...mine, ...item, point: rung, position, happenedOn: happened });
  });
  const { score: halfPoints, maxHalfPoints } = scored;
  const { justification } = value;
  const routed = routingRow(ruleset.policy, side, scored);
  rows.scores.push({ ...mine, halfPoints, maxHalfPoints, justification, ...routed });
}

function handIn(story: Story, sheet: Sheet, result: SheetResult, total: number, author: string) {
  const { id, ruleset, rows, appraisal } = story;
  const scores = Object.fromEntries(result.values.map(({ key, score }) => [key, score]));
  const band = result.band?.key ?? null;
  const manager = sheet.side === "manager";
  const at = manager
    ? story.record(
        { kind: "manager.submitted", number: 1, round: 1, total, band, scores },
        0.52,
        author,
      )
    : story.record({ kind: "self.submitted", number: 1, total, scores }, 0.3, author);
  appraisal.stateSince = at;
  if (manager) Object.assign(appraisal, { managerSubmittedAt: at, round: 1, band });
  else appraisal.selfSubmittedAt = at;
  // Whoever it is for has opened it, unless it has only just come and nothing is written yet.
  const next = manager ? "second_level" : "manager_scoring";
  const fresh = story.place.state === next && (story.place.draft ?? 0) === 0;
  if (!fresh || story.place.returned !== undefined)
    rows.fates.push({ appraisalId: id, side: sheet.side, number: 1, fate: "opened", at });
  rows.submissions.push({
    id: stableId("demo submission", id, sheet.side),
    appraisalId: id,
    side: sheet.side,
    number: 1,
    submittedAt: at,
    submittedById: idOfPerson(author),
    sheet: {
      framework: { key: ruleset.framework.key, version: ruleset.frameworkVersion },
      policy: { key: ruleset.policy.key, version: ruleset.policyVersion },
      total,
      band: manager ? band : null,
      scores,
      values: sheet.values.map((value) => ({
        ...value,
        judgements: { ...value.judgements },
        cases: value.cases.map((item) => ({ ...item })),
      })),
    },
  });
}
