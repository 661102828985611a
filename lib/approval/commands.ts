import "server-only";
import {
  changeAppraisal,
  onward,
  returning,
  type Opened,
  type Reason,
} from "@/lib/appraisal/change";
import type { Changed, Returned, StaleAppraisal } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { takeBackWord } from "@/lib/review/commands";
import { asksApprover, nextAfterReview, without } from "@/lib/review/rules/needs";
import { pinFaults, pinnedTo } from "@/lib/review/rules/pins";
import type { TakeBackScoreInput } from "@/lib/review/schema";
import { readReview, type Review } from "@/lib/review/store";
import type { TakenBack } from "@/lib/review/types";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import type { DecideTopInput, DeclineTopsInput } from "./schema";
import type { Approved } from "./types";

/** Approves one score at the top. With the last one the scores are final. */
export async function approveTop(
  context: CommandContext,
  input: DecideTopInput,
): Promise<Outcome<Changed<Approved>, { stale: StaleAppraisal }>> {
  return changeAppraisal<Approved>(context, input, "approval.decide", async (opened) => {
    const { subject } = opened;
    const review = await readReview(opened.tx, subject);
    const top = topOf(review, input.value);
    if (!top.ok) return top;
    const { halfPoints } = top;
    const { value: valueKey, reason } = input;
    await writeApproval(context, opened, { valueKey, halfPoints, reason, verdict: "approved" });
    const { round } = subject;
    const toApprove = without(review.needs.toApprove, input.value);
    const needs = { ...review.needs, toApprove };
    const state = toApprove.length > 0 ? subject.state : nextAfterReview(subject.state, needs);
    return {
      ok: true,
      value: { state, left: toApprove.length },
      ...(toApprove.length > 0 ? {} : { move: onward(subject, state) }),
      events: [{ kind: "approval.approved", round, value: input.value, halfPoints }],
    };
  });
}

/** A declined 5 falls back to what the manager then scores, never to a silent 4. */
export async function declineTops(
  context: CommandContext,
  input: DeclineTopsInput,
): Promise<Outcome<Changed<Returned>, { stale: StaleAppraisal }>> {
  return handBack(context, input, "declined");
}

/** Neither yes nor no: the sheet goes to HR, who answers or returns it to the manager. */
export async function askForMore(
  context: CommandContext,
  input: DeclineTopsInput,
): Promise<Outcome<Changed<Returned>, { stale: StaleAppraisal }>> {
  return handBack(context, input, "asked");
}

const wayBack = {
  declined: { kind: "approval.declined", to: "manager_scoring" },
  asked: { kind: "approval.asked", to: "hr_audit" },
} as const;

async function handBack(
  context: CommandContext,
  input: DeclineTopsInput,
  verdict: keyof typeof wayBack,
): Promise<Outcome<Changed<Returned>, { stale: StaleAppraisal }>> {
  const { kind, to } = wayBack[verdict];
  return changeAppraisal(context, input, "approval.decide", async (opened) => {
    const { tx, subject } = opened;
    const review = await readReview(tx, subject);
    const { sheets, ruleset } = review;
    const fields = pinFaults({ framework: ruleset.framework, sheets }, input.reasons);
    if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
    const { round } = subject;
    const declined: (Reason & Given)[] = [];
    for (const pin of input.reasons) {
      const top = topOf(review, pin.value);
      if (!top.ok) return top;
      const { reason, value: valueKey } = pin;
      const { halfPoints } = top;
      const given = { valueKey, reason, halfPoints };
      // One word on a 5, for however many reasons.
      if (!declined.some((before) => before.valueKey === valueKey))
        await writeApproval(context, opened, { ...given, verdict });
      declined.push({ ...given, ...pinnedTo(sheets, pin) });
    }
    const event = ({ valueKey: value, halfPoints: score }: Given, noteId: string) =>
      ({ kind, round, value, halfPoints: score, noteId }) as const;
    return returning(subject, declined, event, to);
  });
}

type Top = { readonly ok: true; readonly halfPoints: number };

function topOf({ result, needs, owed }: Review, key: string): Top | Refusal {
  const value = result.values.find((candidate) => candidate.key === key);
  if (value === undefined || value.score === null)
    return refuse("invalid_input", { fields: { value: { code: "unknown_value" } } });
  if (!asksApprover(value, owed))
    return refuse("invalid_input", { fields: { value: { code: "nothing_to_approve" } } });
  if (!needs.toApprove.includes(key)) return refuse("already_done");
  return { ok: true, halfPoints: value.score };
}

interface Given {
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly reason: string;
}

async function writeApproval(
  { actor, now }: CommandContext,
  { tx, subject }: Opened,
  given: Given & { readonly verdict: "approved" | "declined" | "asked" },
): Promise<void> {
  const { appraisalId, round } = subject;
  await tx.approval.create({
    data: { appraisalId, round, ...given, byId: actor.employeeId, at: now },
  });
}

/** Takes back the last word on one 5; several declined or asked about at once go back whole. What HR answered stays. */
export async function takeBackTop(
  context: CommandContext,
  input: TakeBackScoreInput,
): Promise<Outcome<Changed<TakenBack>>> {
  return takeBackWord(context, input, "approval", {
    ...{ verb: "approval.take_back", no: ["declined", "asked"] },
    read: (tx, where) => tx.approval.findMany({ where, orderBy: { sequence: "desc" } }),
    write: (tx, data) => tx.approval.createMany({ data }),
    answered: ({ verdict }, state) => verdict === "asked" && state === "approval",
    event: (was, about) => ({ kind: takenBackAs[was] ?? "approval.taken_back", ...about }),
  });
}

const takenBackAs: Readonly<
  Record<string, "approval.decline_taken_back" | "approval.question_taken_back">
> = {
  declined: "approval.decline_taken_back",
  asked: "approval.question_taken_back",
};
