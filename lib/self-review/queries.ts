import "server-only";
import { z } from "zod";
import { may } from "@/lib/appraisal/permissions";
import { stageOf, stepOf } from "@/lib/appraisal/stages";
import { standingOf } from "@/lib/appraisal/standing";
import { windowRefusal } from "@/lib/appraisal/rules";
import { readDoneFor, readSubject, type DoneFor, type LoadedSubject } from "@/lib/appraisal/store";
import type { Actor } from "@/lib/authz/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { read, type Reading } from "@/lib/db/read";
import type { RefusalCode } from "@/lib/errors/codes";
import { earlierOf, handedInSelect } from "@/lib/rounds/store";
import { readRuleset } from "@/lib/ruleset/store";
import type { Responsible } from "@/lib/hand-over/types";
import { writtenIn } from "@/lib/sheet/rules";
import { isUnopened } from "@/lib/sheet/store/fate";
import { readEarlierDirections } from "@/lib/sheet/store/directions";
import { readSheets } from "@/lib/sheet/store/read";
import { stagesFor } from "./rules";
import type { OwnQuarter, SelfReturn, SelfReviewView } from "./types";

/** One's own self-review; null for everybody else, whoever they are: others read it where their work is. */
export async function readSelfReview(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<SelfReviewView | null> {
  if (!z.uuid().safeParse(appraisalId).success) return null;
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    const seenAs = subject === null ? undefined : standingOf(actor, subject).get("self");
    if (subject === null || seenAs === undefined) return null;
    const ruleset = await readRuleset(tx, subject.cycleId);
    const head = await tx.appraisal.findUniqueOrThrow({
      where: { id: appraisalId },
      select: {
        selfSubmittedAt: true,
        cycle: { select: { year: true, quarter: true } },
        manager: { select: { name: true } },
        handOvers: lastChange,
        employee: { select: { appraisals: openQuarters } },
        returns: openReturns,
        submissions: { where: { side: "self" }, select: handedInSelect },
      },
    });
    const sheets = await readSheets(tx, appraisalId, ruleset);
    const doneFor = await readDoneFor(tx, appraisalId);
    return {
      appraisalId,
      seenAs,
      // Only what a write needs: afterwards it would count the others' steps, HR's and the approver's among them.
      version: may(actor, "self.write", subject).ok ? subject.version : 0,
      cycle: head.cycle,
      step: stepOf(subject.state),
      stages: stagesFor(subject.state, subject.windows),
      managerName: head.manager.name,
      takenOver: toResponsible(head.handOvers),
      submittedAt: head.selfSubmittedAt,
      takeBackAt: await takeBackAt(tx, actor, subject, now),
      earlier: await readEarlierDirections(tx, subject, null),
      framework: ruleset.framework,
      policy: ruleset.policy,
      sheet: sheets.self,
      returns: head.returns.map((note) => toReturn(note, doneFor)),
      before: earlierOf(head.submissions, subject.state).self,
      quarters: head.employee.appraisals.map(toQuarter),
      locked: lockedFor(actor, subject, now),
    };
  });
}

/** As long as nobody has opened it and the window in which it was written is open. */
async function takeBackAt(tx: Reading, actor: Actor, subject: LoadedSubject, now: Date) {
  const allowed = may(actor, "self.take_back", subject).ok;
  if (!allowed || windowRefusal(subject, stageOf(writtenIn.self), now, subject.returned) !== null)
    return null;
  return (await isUnopened(tx, subject, "self")) ? subject.version : null;
}

function lockedFor(actor: Actor, subject: LoadedSubject, now: Date): RefusalCode | null {
  const writable = may(actor, "self.write", subject);
  if (!writable.ok) return writable.code;
  return windowRefusal(subject, stageOf(subject.state), now, subject.returned);
}

const lastChange = {
  where: { post: "manager" },
  orderBy: { version: "desc" },
  take: 1,
  select: { at: true, from: { select: { name: true } } },
} satisfies Prisma.Appraisal$handOversArgs;

/** Who was the manager before, as the employee is shown it. */
function toResponsible([last]: readonly Prisma.HandOverGetPayload<
  typeof lastChange
>[]): Responsible | null {
  return last?.from == null ? null : { from: last.from.name, at: last.at };
}

/** Only what was said to the employee and still waits for an answer; the line's own exchanges are not theirs. */
const openReturns = {
  where: { toState: writtenIn.self, resolvedAt: null },
  orderBy: [{ at: "desc" }, { id: "asc" }],
  take: 20,
  include: { by: { select: { name: true } } },
} satisfies Prisma.Appraisal$returnsArgs;

function toReturn(
  note: Prisma.ReturnNoteGetPayload<typeof openReturns>,
  doneFor: DoneFor,
): SelfReturn {
  const { id, valueKey: value, point: rung, caseTitle, reason, at } = note;
  return {
    id,
    value,
    rung,
    caseTitle,
    reason,
    at,
    by: note.by.name,
    byFor: doneFor(note.byId, at),
  };
}

/** One's own quarters that are open at once, the newest first. */
const openQuarters = {
  where: { cycle: { state: "open" } },
  orderBy: [{ cycle: { year: "desc" } }, { cycle: { quarter: "desc" } }],
  select: {
    id: true,
    state: true,
    cycle: { select: { year: true, quarter: true } },
  },
} satisfies Prisma.Employee$appraisalsArgs;

function toQuarter({
  id,
  state,
  cycle,
}: Prisma.AppraisalGetPayload<typeof openQuarters>): OwnQuarter {
  return { appraisalId: id, step: stepOf(state), ...cycle };
}
