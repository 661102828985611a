import "server-only";
import { may, mayReadObjection, relationsFor, statesFor } from "@/lib/appraisal/permissions";
import { standingOf } from "@/lib/appraisal/standing";
import { windowOfStep, windowRefusal, windowsOf } from "@/lib/appraisal/rules";
import { isReturnedTo, stepOf } from "@/lib/appraisal/stages";
import { readSubject, type LoadedSubject } from "@/lib/appraisal/store";
import { inStates, standsAs } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import { read, type Reading } from "@/lib/db/read";
import { dossierFor } from "@/lib/dossier/queries/dossier";
import { readableFormer } from "@/lib/dossier/queries/former";
import { readReview } from "@/lib/review/store";
import type { RefusalCode } from "@/lib/errors/codes";
import { readRecord } from "@/lib/interview/store/records";
import { readFrameworkVersion, readPolicyVersion } from "@/lib/ruleset/store";
import { bandName, maxOfFramework, maxOfValue, rungsFor } from "@/lib/scoring";
import { answerTo, inOrder, lastWord, ownDeadlines, scaledBands } from "./rules";
import { readFormer } from "./store";
import type {
  Answer,
  EarlierResult,
  FormerResults,
  OwnAppraisal,
  OwnResult,
  Result,
} from "./types";

/** The published result for the employee and those above; null before publication and for everybody else. */
export async function readResult(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<Result | null> {
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    if (subject === null) return null;
    const allowed = may(actor, "result.read", subject);
    if (!allowed.ok) return null;
    const review = await readReview(tx, subject);
    const dossier = await dossierFor(tx, actor, subject, allowed.relation, review);
    if (dossier === null) return null;
    const { ruleset, result } = review;
    const row = await tx.appraisal.findUniqueOrThrow({
      where: { id: appraisalId },
      select: {
        publishedAt: true,
        acknowledgements: {
          where: { edition: subject.edition },
          orderBy: inOrder,
          select: { kind: true, text: true, at: true },
        },
      },
    });
    return {
      dossier,
      publishedAt: row.publishedAt,
      interview: await readRecord(tx, subject),
      answers: row.acknowledgements.map((answer) => answerFor(actor, subject, answer)),
      bands: scaledBands(ruleset.policy, result.maxTotal),
      reached: result.band?.key ?? null,
      lowered: result.band?.lowered !== undefined,
      own: subject.employeeId === actor.employeeId,
      answerShut: answerShut(subject, now),
      mayObject: mayObject(actor, subject, now),
      mayTrail: may(actor, "trail.read", subject).ok,
    };
  });
}

/** What was published before of a sheet that was reopened, for those who read results, now and meanwhile; null for everybody else. */
export async function readFormerResults(
  actor: Actor,
  appraisalId: string,
): Promise<FormerResults | null> {
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    if (subject === null || subject.edition === 1) return null;
    const allowed = may(actor, "former.read", subject);
    const editions = await readableFormer(tx, actor, subject);
    if (!allowed.ok || editions.length === 0) return null;
    const { employee, cycle } = await tx.appraisal.findUniqueOrThrow({
      where: { id: appraisalId },
      select: {
        employee: { select: { name: true, number: true } },
        cycle: { select: { year: true, quarter: true } },
      },
    });
    const former = await readFormer(tx, subject, editions);
    const step = stepOf(subject.state);
    return {
      ...{ appraisalId, cycle, step, seenAs: allowed.ground, person: employee },
      own: subject.employeeId === actor.employeeId,
      dueAt: windowOfStep(subject.windows, step).closesAt,
      former: former.map(({ answers, ...one }) => ({
        ...one,
        answers: answers.map((answer) => answerFor(actor, subject, answer)),
      })),
    };
  });
}

function answerFor(actor: Actor, subject: LoadedSubject, answer: Answer): Answer {
  const open = answer.kind !== "objected" || mayReadObjection(standingOf(actor, subject));
  return open && answer.text !== "" ? answer : { ...answer, text: null };
}

function mayObject(actor: Actor, subject: LoadedSubject, now: Date): boolean {
  if (subject.state === "published" || !may(actor, "result.object", subject).ok) return false;
  return windowRefusal(subject, "result", now, subject.returned) === null;
}

function answerShut(subject: LoadedSubject, now: Date): RefusalCode | null {
  if (subject.state !== "published") return null;
  return windowRefusal(subject, "result", now, subject.returned);
}

const EARLIER_SHOWN = 12;

/** Of the same person's quarters before this one, the results that are open to the actor, the newest first. */
export function readEarlierResults(actor: Actor, appraisalId: string): Promise<EarlierResult[]> {
  const open = relationsFor("result.read").map(
    (relation) =>
      Prisma.sql`(${inStates(statesFor("result.read", relation))} AND ${standsAs(actor, relation)})`,
  );
  return read(
    actor,
    (tx) => tx.$queryRaw<EarlierResult[]>`
      SELECT a.id::text AS "appraisalId", c.year::int AS year, c.quarter::int AS quarter
      FROM appraisal this JOIN cycle now ON now.id = this.cycle_id
        JOIN appraisal a ON a.employee_id = this.employee_id
        JOIN cycle c ON c.id = a.cycle_id AND (c.year, c.quarter) < (now.year, now.quarter)
      WHERE this.id = ${appraisalId}::uuid AND (${Prisma.join(open, " OR ")})
      ORDER BY c.year DESC, c.quarter DESC LIMIT ${EARLIER_SHOWN}`,
  );
}

/** A person's own appraisals, newest first: scores only of those published. */
export async function readOwnAppraisals(actor: Actor): Promise<readonly OwnAppraisal[]> {
  return read(actor, async (tx) => {
    const rows = await findOwn(tx, actor.employeeId);
    const own: OwnAppraisal[] = [];
    for (const { id, state, cycle, manager, ...row } of rows) {
      const step = stepOf(state);
      const windows = windowsOf(cycle.windows, row.ownWindows);
      own.push({
        appraisalId: id,
        year: cycle.year,
        quarter: cycle.quarter,
        open: cycle.state === "open" && row.endedAt === null,
        step,
        returned: isReturnedTo("self_review", { state, ...row }),
        opensAt: windowOfStep(windows, step).opensAt,
        deadlines: ownDeadlines(windows),
        managerName: manager.name,
        appointment: step === "interview" ? appointmentOf(row) : null,
        reopened: row.edition > 1 && step !== "result",
        result: step === "result" ? await resultOfRow(tx, { ...row, cycle }) : null,
      });
    }
    return own;
  });
}

function appointmentOf({
  edition,
  appointments: [last],
}: Pick<Awaited<ReturnType<typeof findOwn>>[number], "edition" | "appointments">) {
  if (last?.edition !== edition) return null;
  const { startsAt, minutes, place } = last;
  return { startsAt, minutes, place };
}

function findOwn(tx: Reading, employeeId: string) {
  return tx.appraisal.findMany({
    where: { employeeId },
    orderBy: [{ cycle: { year: "desc" } }, { cycle: { quarter: "desc" } }],
    take: 40,
    select: {
      id: true,
      state: true,
      returnedFrom: true,
      endedAt: true,
      ownWindows: { select: { stage: true, opensAt: true, closesAt: true } },
      managerTotal: true,
      band: true,
      edition: true,
      acknowledgements: { ...lastWord, select: { kind: true, edition: true } },
      appointments: {
        orderBy: [{ edition: "desc" }, { sequence: "desc" }],
        take: 1,
        select: { edition: true, startsAt: true, minutes: true, place: true },
      },
      manager: { select: { name: true } },
      cycle: {
        select: {
          year: true,
          quarter: true,
          state: true,
          windows: true,
          frameworkVersionId: true,
          policyVersionId: true,
        },
      },
      scores: { where: { side: "manager" }, select: { valueId: true, halfPoints: true } },
    },
  });
}

type ScoredRow = Pick<
  Awaited<ReturnType<typeof findOwn>>[number],
  "cycle" | "managerTotal" | "band" | "scores" | "acknowledgements" | "edition"
>;

/** Versions are read once per process, so this is no query per row. */
async function resultOfRow(tx: Reading, row: ScoredRow): Promise<OwnResult> {
  const { frameworkVersionId, policyVersionId } = row.cycle;
  const { framework, valueIds } = await readFrameworkVersion(tx, frameworkVersionId);
  const { policy } = await readPolicyVersion(tx, policyVersionId);
  return {
    answer: answerTo(row),
    total: row.managerTotal,
    maxTotal: maxOfFramework(framework),
    band: bandName(policy, row.band),
    values: framework.values.map((value) => ({
      key: value.key,
      name: value.name,
      score: row.scores.find((score) => score.valueId === valueIds[value.key])?.halfPoints ?? null,
      rungs: rungsFor(maxOfValue(value)),
    })),
  };
}
