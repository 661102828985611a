import { stableId } from "@/lib/db/ids";
import type { SheetResult } from "@/lib/scoring";
import { idOfPerson } from "./company";
import { texts } from "./data";
import { reached, type Story } from "./story";

/** Whoever decides where nobody stands in the line: the demo's HR administrator. */
const hrAdmin = "su.nian";

/** Second level, HR audit and approval of round 1, each as far as the story got. */
export function tellReview(story: Story, result: SheetResult): void {
  if (reached(story, "hr_audit")) agree(story);
  if (reached(story, "hr_audit")) verify(story, result);
  if (reached(story, "interview")) approveAll(story, result);
  sendBack(story, result);
}

function hrOf({ standing }: Story): string {
  return standing.hrPartnerKey ?? hrAdmin;
}

function agree(story: Story) {
  const { id, rows, standing, dice, appraisal } = story;
  const by = standing.secondLevelKey ?? hrOf(story);
  const at = story.tell({ kind: "second_level.agreed", round: 1 }, 0.6, by);
  appraisal.stateSince = at;
  const comment = dice.pick(texts.agreed);
  rows.decisions.push({
    ...{ id: stableId("demo decision", id), appraisalId: id, round: 1, verdict: "agreed" },
    ...{ comment, byId: idOfPerson(by), at },
  });
}

function routed(result: SheetResult, route: "verify" | "approve") {
  return result.values.flatMap(({ key, score, routing }) =>
    score !== null && routing[route] ? [{ valueKey: key, halfPoints: score, routing }] : [],
  );
}

/** HR confirms everything on the way through; where it stops there, only what the place says. */
function verify(story: Story, result: SheetResult) {
  const { id, rows, place, dice, appraisal } = story;
  const by = hrOf(story);
  const asked = routed(result, "verify");
  const stopped = !reached(story, "approval");
  const done = stopped ? Math.min(place.verified ?? 0, asked.length - 1) : asked.length;
  if (asked.length > 0 && (done > 0 || place.returned?.from === "hr_audit"))
    story.tell({ kind: "hr.opened" }, 0.635, by);
  asked.slice(0, done).forEach(({ valueKey, halfPoints, routing }, index) => {
    const told = { round: 1, value: valueKey };
    const fraction = 0.64 + index * 0.01;
    if (routing.beneficiaryView) story.tell({ kind: "hr.beneficiary_view", ...told }, fraction, by);
    const at = story.tell({ kind: "hr.confirmed", ...told, halfPoints }, fraction + 0.004, by);
    if (!stopped) appraisal.stateSince = at;
    rows.verifications.push({
      ...{ id: stableId("demo verification", id, valueKey), appraisalId: id, round: 1 },
      ...{ valueKey, halfPoints, verdict: "confirmed", byId: idOfPerson(by), at },
      comment: dice.pick(texts.confirmed),
      beneficiaryView: routing.beneficiaryView ? dice.pick(texts.beneficiary) : "",
    });
  });
}

function approveAll(story: Story, result: SheetResult) {
  const { standing, appraisal } = story;
  const by = standing.approverKey ?? hrAdmin;
  for (const [index, { valueKey, halfPoints }] of routed(result, "approve").entries()) {
    const event = { kind: "approval.approved" as const, round: 1, value: valueKey, halfPoints };
    const at = story.tell(event, 0.74 + index * 0.006, by);
    appraisal.stateSince = at;
    pushApproval(story, { valueKey, halfPoints, by, at });
  }
  appraisal.finalAt = appraisal.stateSince;
}

interface Approved {
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly by: string;
  readonly at: Date;
  readonly declined?: string;
}

function pushApproval({ id, rows, dice }: Story, given: Approved) {
  const { valueKey, halfPoints, by, at, declined } = given;
  rows.approvals.push({
    ...{ id: stableId("demo approval", id, valueKey), appraisalId: id, round: 1, valueKey },
    ...{ halfPoints, byId: idOfPerson(by), at },
    verdict: declined === undefined ? "approved" : "declined",
    reason: declined ?? dice.pick(texts.approved),
  });
}

/** What came back, from whom, with the note both sides see. */
function sendBack(story: Story, result: SheetResult) {
  const { id, place, rows, appraisal } = story;
  const { returned } = place;
  if (returned === undefined) return;
  const noteId = stableId("demo note", id);
  const halfPoints = result.values.find(({ key }) => key === returned.value)?.score ?? 0;
  const told = { story, returned, noteId, halfPoints };
  const [by, at] = tellReturn(told);
  appraisal.stateSince = at;
  rows.notes.push({
    ...{ id: noteId, appraisalId: id, fromState: returned.from, toState: place.state },
    ...{ reason: returned.reason, caseReason: returned.caseReason ?? null },
    ...{ valueKey: returned.value, point: returned.point, byId: idOfPerson(by), at },
  });
}

interface Telling {
  readonly story: Story;
  readonly returned: NonNullable<Story["place"]["returned"]>;
  readonly noteId: string;
  readonly halfPoints: number;
}

function tellReturn({ story, returned, noteId, halfPoints }: Telling): [string, Date] {
  const { id, rows, standing } = story;
  const value = returned.value;
  if (returned.from === "manager_scoring") {
    const by = standing.managerKey ?? hrAdmin;
    return [by, story.tell({ kind: "self.returned", noteId }, 0.58, by)];
  }
  if (returned.from === "second_level") {
    const by = standing.secondLevelKey ?? hrOf(story);
    const at = story.tell({ kind: "second_level.returned", round: 1, noteId }, 0.62, by);
    rows.decisions.push({
      ...{ id: stableId("demo decision", id), appraisalId: id, round: 1, verdict: "returned" },
      ...{ comment: returned.reason, byId: idOfPerson(by), at },
    });
    return [by, at];
  }
  if (returned.from === "hr_audit") {
    const by = hrOf(story);
    const reason = returned.caseReason ?? "insufficient";
    const told = { round: 1, value, halfPoints, reason, noteId };
    const at = story.tell({ kind: "hr.returned", ...told }, 0.72, by);
    rows.verifications.push({
      ...{ id: stableId("demo verification", id, value), appraisalId: id, round: 1 },
      ...{ valueKey: value, halfPoints, verdict: "returned", caseReason: reason },
      ...{ comment: returned.reason, byId: idOfPerson(by), at },
    });
    return [by, at];
  }
  const by = standing.approverKey ?? hrAdmin;
  const told = { round: 1, value, halfPoints, noteId };
  const at = story.tell({ kind: "approval.declined", ...told }, 0.78, by);
  pushApproval(story, { valueKey: value, halfPoints, by, at, declined: returned.reason });
  return [by, at];
}
