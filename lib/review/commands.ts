import "server-only";
import { takeBackDecision, takenBack } from "@/lib/appraisal/change";
import type { Verb } from "@/lib/appraisal/permissions";
import type { AppraisalState, Changed } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import type { Tx } from "@/lib/db/transaction";
import { refuse, type Outcome } from "@/lib/errors/outcome";
import type { RecordedEvent } from "@/lib/events/event";
import { oncePerValue, sentWith } from "./rules/take-back";
import type { TakeBackScoreInput } from "./schema";
import { settleNotes, takeBackRefusal } from "./store";
import type { TakenBack } from "./types";

interface Said {
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly verdict: string;
  readonly byId: string;
  readonly at: Date;
}

interface Round {
  readonly appraisalId: string;
  readonly round: number;
}

interface Words {
  readonly verb: Verb;
  /** The verdicts that go back whole, however many scores they were about. */
  readonly no: readonly ("returned" | "declined" | "asked")[];
  /** Whether the word was answered since, so that it stays. */
  readonly answered?: (word: Said, state: AppraisalState) => boolean;
  /** All words of a round, the newest first. */
  readonly read: (tx: Tx, round: Round) => Promise<readonly Said[]>;
  readonly write: (
    tx: Tx,
    rows: (Round & Said & { readonly verdict: "taken_back" })[],
  ) => Promise<unknown>;
  readonly event: (
    was: string,
    about: { readonly round: number; readonly value: string; readonly halfPoints: number },
  ) => RecordedEvent;
}

/** Takes back the last word on one score; a no about several goes back whole. */
export async function takeBackWord(
  context: CommandContext,
  input: TakeBackScoreInput,
  state: AppraisalState,
  { verb, no, read, write, event, answered = () => false }: Words,
): Promise<Outcome<Changed<TakenBack>>> {
  return takeBackDecision(context, input, verb, async ({ tx, subject }) => {
    const { appraisalId, round } = subject;
    const words = await read(tx, { appraisalId, round });
    const word = words.find(({ valueKey }) => valueKey === input.value) ?? null;
    const refusal = await takeBackRefusal(tx, context, { subject, target: input }, state, word);
    if (refusal !== null || word === null) return refusal ?? refuse("moved_on");
    if (answered(word, subject.state)) return refuse("moved_on");
    const wasNo = no.some((verdict) => verdict === word.verdict);
    const gone = wasNo ? oncePerValue(words.filter((one) => sentWith(word, one))) : [word];
    const said = {
      verdict: "taken_back",
      byId: context.actor.employeeId,
      at: context.now,
    } as const;
    const rows = gone.map(({ valueKey, halfPoints }) => ({ valueKey, halfPoints, ...said }));
    await write(
      tx,
      rows.map((row) => ({ appraisalId, round, ...row })),
    );
    await settleNotes(tx, appraisalId, word, context.now);
    const events = rows.map(({ valueKey: value, halfPoints }) =>
      event(word.verdict, { round, value, halfPoints }),
    );
    return takenBack(subject, state, events);
  });
}
