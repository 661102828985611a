import "server-only";
import { z } from "zod";
import { may } from "@/lib/appraisal/permissions";
import { stageOf, stepOf } from "@/lib/appraisal/stages";
import { standingOf } from "@/lib/appraisal/standing";
import { windowRefusal } from "@/lib/appraisal/rules";
import { readSubject, type LoadedSubject } from "@/lib/appraisal/store";
import type { Actor } from "@/lib/authz/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { read } from "@/lib/db/read";
import type { RefusalCode } from "@/lib/errors/codes";
import { readRuleset } from "@/lib/ruleset/store";
import { writtenIn } from "@/lib/sheet/rules";
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
        participant: {
          select: {
            manager: { select: { name: true } },
            employee: { select: { participations: openQuarters } },
          },
        },
        returns: openReturns,
      },
    });
    const sheets = await readSheets(tx, appraisalId, ruleset);
    return {
      appraisalId,
      seenAs,
      // Only what a write needs: afterwards it would count the others' steps, HR's and the approver's among them.
      version: may(actor, "self.write", subject).ok ? subject.version : 0,
      cycle: head.cycle,
      step: stepOf(subject.state),
      stages: stagesFor(subject.state, subject.windows),
      managerName: head.participant.manager?.name ?? null,
      submittedAt: head.selfSubmittedAt,
      framework: ruleset.framework,
      policy: ruleset.policy,
      sheet: sheets.self,
      returns: head.returns.map(toReturn),
      quarters: head.participant.employee.participations.flatMap(toQuarter),
      locked: lockedFor(actor, subject, now),
    };
  });
}

function lockedFor(actor: Actor, subject: LoadedSubject, now: Date): RefusalCode | null {
  const writable = may(actor, "self.write", subject);
  if (!writable.ok) return writable.code;
  return windowRefusal(subject, stageOf(subject.state), now, subject.returned);
}

/** Only what was said to the employee and still waits for an answer; the line's own exchanges are not theirs. */
const openReturns = {
  where: { toState: writtenIn.self, resolvedAt: null },
  orderBy: [{ at: "desc" }, { id: "asc" }],
  take: 20,
  include: { by: { select: { name: true } } },
} satisfies Prisma.Appraisal$returnsArgs;

function toReturn({
  id,
  valueKey,
  point,
  reason,
  by,
  at,
}: Prisma.ReturnNoteGetPayload<typeof openReturns>): SelfReturn {
  return { id, value: valueKey, rung: point, reason, by: by.name, at };
}

/** One's own quarters that are open at once, the newest first. */
const openQuarters = {
  where: { cycle: { state: "open" } },
  orderBy: [{ cycle: { year: "desc" } }, { cycle: { quarter: "desc" } }],
  select: {
    appraisal: { select: { id: true, state: true } },
    cycle: { select: { year: true, quarter: true } },
  },
} satisfies Prisma.Employee$participationsArgs;

/** Who is exempt has none. */
function toQuarter({
  appraisal,
  cycle,
}: Prisma.ParticipantGetPayload<typeof openQuarters>): OwnQuarter[] {
  if (appraisal === null) return [];
  return [{ appraisalId: appraisal.id, step: stepOf(appraisal.state), ...cycle }];
}
