import { stableId } from "@/lib/db/ids";
import { sha256, toHex } from "@/lib/scoring/audit/sha256";
import type { SheetResult } from "@/lib/scoring";
import { idOfPerson } from "./build/company";
import { texts } from "./build/data";
import { hrAdmin, hrOf, type Story } from "./build/story";

const ways = ["in_person", "phone", "message"] as const;
const DAY = 86_400_000;

/** HR asked who benefited the day before it confirms a 5. */
export function hear(
  story: Story,
  about: { readonly round: number; readonly value: string },
  when: number,
) {
  const { id, rows, dice } = story;
  const by = hrOf(story);
  const at = story.record({ kind: "hr.beneficiary_view", ...about }, when, by);
  const askedOn = new Date(`${new Date(at.getTime() - DAY).toISOString().slice(0, 10)}T00:00:00Z`);
  rows.views.push({
    ...{ id: stableId("demo view", id, about.value), appraisalId: id, valueKey: about.value },
    ...{ asked: dice.pick(texts.asked), askedOn, way: dice.pick(ways) },
    ...{ said: dice.pick(texts.beneficiary), byId: idOfPerson(by), at },
  });
}

interface Vote {
  readonly verdict: "approved" | "declined" | "asked";
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** One word of the approver's on one 5; gives the id of its row. */
export function pushVote({ id, rows }: Story, { by, ...vote }: Vote): string {
  const { valueKey, verdict } = vote;
  const row = stableId("demo approval", id, valueKey, verdict);
  rows.approvals.push({
    ...{ id: row, appraisalId: id, round: 1, ...vote },
    byId: idOfPerson(by),
  });
  return row;
}

/** The approver asked for more, HR answered, and the sheet is with the approver again. */
export function addAnswered(story: Story, result: SheetResult) {
  const { id, rows, line, appraisal } = story;
  const { answered } = story.place;
  if (answered === undefined) return;
  const { value: valueKey, point, question, answer } = answered;
  const halfPoints = result.values.find(({ key }) => key === valueKey)?.score ?? 0;
  const [approver, hr] = [line.approverKey ?? hrAdmin, hrOf(story)];
  const noteId = stableId("demo question", id);
  const about = { round: 1, value: valueKey, halfPoints };
  const at = story.record({ kind: "approval.asked", ...about, noteId }, 0.76, approver);
  const vote = { verdict: "asked" as const, valueKey, halfPoints, reason: question };
  const answersId = pushVote(story, { ...vote, by: approver, at });
  rows.notes.push({
    ...{ id: noteId, appraisalId: id, fromState: "approval", toState: "hr_audit" },
    ...{ reason: question, valueKey, point, byId: idOfPerson(approver), at },
  });
  const answeredAt = story.record({ kind: "hr.confirmed", ...about }, 0.82, hr);
  appraisal.stateSince = answeredAt;
  rows.verifications.push({
    ...{ id: stableId("demo answer", id), appraisalId: id, round: 1, valueKey, halfPoints },
    ...{ verdict: "confirmed", comment: answer, answersId, byId: idOfPerson(hr), at: answeredAt },
  });
}

/** HR sent one more of those who benefited a link, and nobody has answered yet. */
export function addLink(story: Story) {
  const { id, cycle, rows } = story;
  const { link } = story.place;
  if (link === undefined) return;
  const by = hrOf(story);
  const about = { round: 1, value: link.value };
  const at = story.record({ kind: "hr.beneficiary_link", ...about }, 0.86, by);
  const token = stableId("demo link", id);
  rows.links.push({
    ...{ id: stableId("demo link row", id), appraisalId: id, valueKey: link.value },
    ...{ tokenHash: toHex(sha256(new TextEncoder().encode(token))), question: link.question },
    ...{ byId: idOfPerson(by), at, expiresAt: new Date(cycle.until.getTime() + 7 * DAY) },
  });
}
