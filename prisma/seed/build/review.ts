import { stableId } from "@/lib/db/ids";
import { mustVerify, type Routing, type SheetResult } from "@/lib/scoring";
import { idOfPerson } from "./company";
import { texts } from "./data";
import { addAnswered, addLink, hear, pushVote } from "../fives";
import { diceFor } from "./random";
import { hrAdmin, hrOf, reached, type Story } from "./story";

/** Second level, HR audit and approval of round 1, each as far as the story got. */
export function addReview(story: Story, result: SheetResult, drawn: readonly string[]): void {
  if (reached(story, "hr_audit")) agree(story);
  if (reached(story, "hr_audit")) verify(story, result, drawn);
  if (reached(story, "interview")) approveAll(story, result);
  addAnswered(story, result);
  addLink(story);
  sendBack(story, result);
}

function agree(story: Story) {
  const { id, rows, line, dice, appraisal } = story;
  const by = line.secondLevelKey ?? hrOf(story);
  const at = story.record({ kind: "second_level.agreed", round: 1 }, 0.6, by);
  appraisal.stateSince = at;
  const comment = dice.pick(texts.agreed);
  rows.decisions.push({
    ...{ id: stableId("demo decision", id), appraisalId: id, round: 1, verdict: "agreed" },
    ...{ comment, byId: idOfPerson(by), at },
  });
}

function routed(result: SheetResult, goes: (routing: Routing) => boolean) {
  return result.values.flatMap(({ key, score, routing }) =>
    score !== null && goes(routing) ? [{ valueKey: key, halfPoints: score, routing }] : [],
  );
}

/** HR confirms everything on the way through; where it stops there, only what the place says. */
function verify(story: Story, result: SheetResult, drawn: readonly string[]) {
  const { id, rows, place, dice, appraisal } = story;
  const by = hrOf(story);
  const must = routed(result, mustVerify);
  const only = ({ valueKey }: (typeof must)[number]) =>
    drawn.includes(valueKey) && !must.some((one) => one.valueKey === valueKey);
  const asked = [...must, ...routed(result, ({ sample }) => sample).filter(only)];
  const words = drawn.length === 0 ? dice : diceFor("drawn", id);
  const stopped = !reached(story, "approval");
  const done = stopped ? Math.min(place.verified ?? 0, asked.length - 1) : asked.length;
  if (asked.length > 0 && (done > 0 || place.returned?.from === "hr_audit"))
    story.record({ kind: "hr.opened" }, 0.635, by);
  asked.slice(0, done).forEach(({ valueKey, halfPoints, routing }, index) => {
    const about = { round: 1, value: valueKey };
    const fraction = 0.64 + index * 0.01;
    if (routing.beneficiaryView) hear(story, about, fraction);
    const ground = routing.sanction ? { sanction: true as const } : {};
    const event = { kind: "hr.confirmed" as const, ...about, halfPoints, ...ground };
    const at = story.record(event, fraction + 0.004, by);
    if (!stopped) appraisal.stateSince = at;
    rows.verifications.push({
      ...{ id: stableId("demo verification", id, valueKey), appraisalId: id, round: 1 },
      ...{ valueKey, halfPoints, verdict: "confirmed", byId: idOfPerson(by), at },
      comment: (must.some((one) => one.valueKey === valueKey) ? dice : words).pick(texts.confirmed),
    });
  });
}

function approveAll(story: Story, result: SheetResult) {
  const { line, appraisal, dice } = story;
  const by = line.approverKey ?? hrAdmin;
  for (const [index, { valueKey, halfPoints }] of routed(
    result,
    ({ approve }) => approve,
  ).entries()) {
    const event = { kind: "approval.approved" as const, round: 1, value: valueKey, halfPoints };
    const at = story.record(event, 0.74 + index * 0.006, by);
    appraisal.stateSince = at;
    const reason = dice.pick(texts.approved);
    pushVote(story, { verdict: "approved", valueKey, halfPoints, reason, by, at });
  }
  appraisal.finalAt = appraisal.stateSince;
}

/** What came back, from whom, with the note both sides see. */
function sendBack(story: Story, result: SheetResult) {
  const { id, place, rows, appraisal } = story;
  const { returned } = place;
  if (returned === undefined) return;
  const noteId = stableId("demo note", id);
  const halfPoints = result.values.find(({ key }) => key === returned.value)?.score ?? 0;
  const given = { story, returned, noteId, halfPoints };
  const [by, at] = recordReturn(given);
  appraisal.stateSince = at;
  rows.notes.push({
    ...{ id: noteId, appraisalId: id, fromState: returned.from, toState: place.state },
    ...{ reason: returned.reason, caseReason: returned.caseReason ?? null },
    ...{ valueKey: returned.value, point: returned.point, byId: idOfPerson(by), at },
  });
}

interface Returning {
  readonly story: Story;
  readonly returned: NonNullable<Story["place"]["returned"]>;
  readonly noteId: string;
  readonly halfPoints: number;
}

function recordReturn({ story, returned, noteId, halfPoints }: Returning): [string, Date] {
  const { id, rows, line } = story;
  const value = returned.value;
  if (returned.from === "manager_scoring") {
    const by = line.managerKey;
    return [by, story.record({ kind: "self.returned", noteId }, 0.58, by)];
  }
  if (returned.from === "second_level") {
    const by = line.secondLevelKey ?? hrOf(story);
    const at = story.record({ kind: "second_level.returned", round: 1, noteId }, 0.62, by);
    rows.decisions.push({
      ...{ id: stableId("demo decision", id), appraisalId: id, round: 1, verdict: "returned" },
      ...{ comment: returned.reason, byId: idOfPerson(by), at },
    });
    return [by, at];
  }
  if (returned.from === "hr_audit") {
    const by = hrOf(story);
    const reason = returned.caseReason ?? "insufficient";
    const about = { round: 1, value, halfPoints, reason, noteId };
    const at = story.record({ kind: "hr.returned", ...about }, 0.72, by);
    rows.verifications.push({
      ...{ id: stableId("demo verification", id, value), appraisalId: id, round: 1 },
      ...{ valueKey: value, halfPoints, verdict: "returned", caseReason: reason },
      ...{ comment: returned.reason, byId: idOfPerson(by), at },
    });
    return [by, at];
  }
  const by = line.approverKey ?? hrAdmin;
  const about = { round: 1, value, halfPoints, noteId };
  // Handed to HR it is a question, to the manager a no.
  const verdict = story.place.state === "hr_audit" ? "asked" : "declined";
  const at = story.record({ kind: `approval.${verdict}`, ...about }, 0.78, by);
  pushVote(story, { verdict, valueKey: value, halfPoints, reason: returned.reason, by, at });
  return [by, at];
}
