import "server-only";
import { changeAppraisal, onward } from "@/lib/appraisal/change";
import type { LoadedSubject } from "@/lib/appraisal/store";
import type { Changed, StaleAppraisal } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { refuse, type Outcome } from "@/lib/errors/outcome";
import type { AppraisalTarget } from "@/lib/appraisal/schema";
import type { AcknowledgeInput, ContestInput, ObjectInput } from "./schema";

const editionOf = ({ appraisalId, edition }: LoadedSubject) => ({ appraisalId, edition });

/** The employee confirms that the interview record says what was said. */
export async function confirmMinutes(
  context: CommandContext,
  input: AppraisalTarget,
): Promise<Outcome<Changed<null>, { stale: StaleAppraisal }>> {
  return changeAppraisal(context, input, "result.answer", async ({ tx, subject }) => {
    const confirmed = await tx.interview.updateMany({
      where: { ...editionOf(subject), confirmedAt: null, contestedAt: null },
      data: { confirmedAt: context.now },
    });
    if (confirmed.count === 0) return refuse("already_done");
    return { ok: true, value: null, events: [{ kind: "interview.confirmed" }] };
  });
}

/** The employee says what differs from the interview record. It says nothing of the scores and keeps nobody from the result. */
export async function contestMinutes(
  context: CommandContext,
  { text, ...target }: ContestInput,
): Promise<Outcome<Changed<null>, { stale: StaleAppraisal }>> {
  return changeAppraisal(context, target, "result.answer", async ({ tx, subject }) => {
    const contested = await tx.interview.updateMany({
      where: { ...editionOf(subject), confirmedAt: null, contestedAt: null },
      data: { contest: text, contestedAt: context.now },
    });
    if (contested.count === 0) return refuse("already_done");
    return { ok: true, value: null, events: [{ kind: "interview.contested" }] };
  });
}

/** To have read the result needs an answer to the minutes first, whichever; objecting does not. */
export async function acknowledgeResult(
  context: CommandContext,
  { answer, text, ...target }: AcknowledgeInput,
): Promise<Outcome<Changed<null>, { stale: StaleAppraisal }>> {
  return changeAppraisal(context, target, "result.answer", async ({ tx, subject }) => {
    const interview = await tx.interview.findUnique({
      where: { appraisalId_edition: editionOf(subject) },
      select: { confirmedAt: true, contestedAt: true },
    });
    if ((interview?.confirmedAt ?? interview?.contestedAt) == null) {
      return refuse("incomplete", { fields: { minutes: { code: "minutes_unconfirmed" } } });
    }
    const words = answer === "reserved" && text !== undefined ? text : "";
    await tx.acknowledgement.create({
      data: { ...editionOf(subject), kind: answer, text: words, at: context.now },
    });
    return {
      ok: true,
      value: null,
      move: onward(subject, "acknowledged"),
      events: [{ kind: "result.acknowledged", answer }],
    };
  });
}

/** Before or after reading it, within the window. */
export async function objectToResult(
  context: CommandContext,
  input: ObjectInput,
): Promise<Outcome<Changed<null>, { stale: StaleAppraisal }>> {
  const { text, ...target } = input;
  return changeAppraisal<null>(context, target, "result.object", async ({ tx, subject }) => {
    await tx.acknowledgement.create({
      data: { ...editionOf(subject), kind: "objected", text, at: context.now },
    });
    return {
      ok: true,
      value: null,
      move: onward(subject, "objected"),
      events: [{ kind: "result.objected" }],
    };
  });
}
