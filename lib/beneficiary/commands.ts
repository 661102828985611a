import "server-only";
import { workBeside, type Opened } from "@/lib/appraisal/change";
import { lockSubject } from "@/lib/appraisal/store";
import type { StaleAppraisal } from "@/lib/appraisal/types";
import { admitVisitor } from "@/lib/auth/attempts/throttle";
import { hashToken, newToken } from "@/lib/auth/tokens";
import type { CommandContext, VisitorContext } from "@/lib/authz/actor";
import { readTimeZone } from "@/lib/company/store";
import { inTransaction } from "@/lib/db/transaction";
import { ok, refuse, type FieldFault, type Outcome } from "@/lib/errors/outcome";
import { recordEvents } from "@/lib/events/record";
import { dayIn } from "@/lib/i18n/zone";
import { readReview } from "@/lib/review/store";
import { asksBeneficiary, standingViews } from "./rules";
import type { AnswerLinkInput, MakeLinkInput, RecordViewInput, RevokeLinkInput } from "./schema";
import { isAskedAbout, readViews, takesAnswer } from "./store";
import type { NewLink, RecordedView } from "./types";

const DAY = 86_400_000;

/** Writes down what one of those who benefited said of a score at the top; one view after another, never over one. */
export async function recordView(
  context: CommandContext,
  input: RecordViewInput,
): Promise<Outcome<RecordedView, { stale: StaleAppraisal }>> {
  const { actor, now } = context;
  const { appraisalId, value: valueKey, asked, way, said, corrects: correctsId } = input;
  return workBeside<RecordedView>(context, appraisalId, "hr.ask", async (opened) => {
    const fields = await viewFaults(opened, input, now);
    if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
    const view = await opened.tx.beneficiaryView.create({
      data: {
        ...{ appraisalId, valueKey, asked, way, said, correctsId },
        ...{ askedOn: new Date(`${input.askedOn}T00:00:00Z`), byId: actor.employeeId, at: now },
      },
      select: { id: true },
    });
    const { round } = opened.subject;
    return {
      ok: true,
      value: { viewId: view.id },
      events: [{ kind: "hr.beneficiary_view", round, value: valueKey }],
    };
  });
}

async function viewFaults(
  { tx, subject }: Opened,
  { value, askedOn, corrects }: RecordViewInput,
  now: Date,
): Promise<Readonly<Record<string, FieldFault>>> {
  const { result, owed } = await readReview(tx, subject);
  const scored = result.values.find(({ key }) => key === value);
  if (scored === undefined || scored.score === null) return { value: { code: "unknown_value" } };
  if (!asksBeneficiary(scored, owed)) return { value: { code: "nothing_to_verify" } };
  if (askedOn > dayIn(now, await readTimeZone(tx))) return { askedOn: { code: "future_date" } };
  if (corrects === null) return {};
  const standing = standingViews(await readViews(tx, subject.appraisalId));
  const found = standing.some(
    ({ id, valueKey, linkId }) => id === corrects && valueKey === value && linkId === null,
  );
  return found ? {} : { corrects: { code: "unknown_view" } };
}

/** A link with HR's question for somebody without an account; of its token only the hash is kept. */
export async function makeLink(
  context: CommandContext,
  { appraisalId, value: valueKey, question, days }: MakeLinkInput,
): Promise<Outcome<NewLink, { stale: StaleAppraisal }>> {
  const { actor, now } = context;
  return workBeside<NewLink>(context, appraisalId, "hr.ask", async ({ tx, subject }) => {
    if (!(await isAskedAbout(tx, subject, valueKey)))
      return refuse("invalid_input", { fields: { value: { code: "nothing_to_verify" } } });
    const token = newToken();
    const expiresAt = new Date(now.getTime() + days * DAY);
    await tx.beneficiaryLink.create({
      data: {
        ...{ tokenHash: hashToken(token), appraisalId, valueKey, question },
        ...{ byId: actor.employeeId, at: now, expiresAt },
      },
    });
    return {
      ok: true,
      value: { path: `/answer/${token}`, expiresAt: expiresAt.toISOString() },
      events: [{ kind: "hr.beneficiary_link", round: subject.round, value: valueKey }],
    };
  });
}

export async function revokeLink(
  context: CommandContext,
  { appraisalId, linkId }: RevokeLinkInput,
): Promise<Outcome<null, { stale: StaleAppraisal }>> {
  const { now } = context;
  return workBeside<null>(context, appraisalId, "hr.ask", async ({ tx, subject }) => {
    const [revoked] = await tx.beneficiaryLink.updateManyAndReturn({
      where: { id: linkId, appraisalId, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
      select: { valueKey: true },
    });
    if (revoked === undefined) return refuse("already_done");
    const event = { round: subject.round, value: revoked.valueKey };
    return { ok: true, value: null, events: [{ kind: "hr.beneficiary_link_revoked", ...event }] };
  });
}

/** Writes down an answer by link, of which one at a time and the first alone is kept. Every way it can fail looks the same. */
export async function answerLink(
  { now, address }: VisitorContext,
  { token, said, name, relation }: AnswerLinkInput,
): Promise<Outcome<null>> {
  const admission = await admitVisitor(address);
  if (!admission.ok) return refuse("too_many_attempts", { data: { minutes: admission.minutes } });
  const tokenHash = hashToken(token);
  const outcome = await inTransaction(async (tx): Promise<Outcome<null>> => {
    const named = await tx.beneficiaryLink.findUnique({ where: { tokenHash } });
    const subject = named === null ? null : await lockSubject(tx, named.appraisalId);
    if (named === null || subject === null) return refuse("link_invalid");
    if (!(await takesAnswer(tx, subject, named.valueKey))) return refuse("link_invalid");
    const used = await tx.beneficiaryLink.updateMany({
      where: { id: named.id, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (used.count === 0) return refuse("link_invalid");
    const { id: linkId, appraisalId, valueKey, byId } = named;
    const asked = [name, relation].filter((part) => part !== "").join(" · ");
    const askedOn = new Date(`${dayIn(now, await readTimeZone(tx))}T00:00:00Z`);
    await tx.beneficiaryView.create({
      data: { linkId, appraisalId, valueKey, byId, asked, askedOn, said, at: now },
    });
    const { cycleId, employeeId, round } = subject;
    const about = { actorId: null, at: now, appraisalId, cycleId, employeeId };
    await recordEvents(tx, about, [{ kind: "hr.beneficiary_answered", round, value: valueKey }]);
    return ok(null);
  });
  if (outcome.ok) await admission.forgive();
  return outcome;
}
