import "server-only";
import { windowRefusal } from "@/lib/appraisal/rules";
import { readDoneFor, type DoneFor, type LoadedSubject } from "@/lib/appraisal/store";
import type { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { dayIn } from "@/lib/i18n/zone";
import type { HeldBetween } from "../rules/talk";
import type {
  Appointment,
  Arranging,
  InterviewDraft,
  InterviewRecord,
  Preparation,
} from "../types";

/** One edition of a sheet's result, and what was said of it. */
export interface Edition {
  readonly appraisalId: string;
  readonly edition: number;
}

const recordSelect = {
  include: { recordedBy: { select: { name: true } } },
} satisfies Prisma.Appraisal$interviewsArgs;

type RecordRow = Prisma.InterviewGetPayload<typeof recordSelect>;

export async function readRecord(
  tx: Reading,
  { appraisalId, edition }: Edition,
): Promise<InterviewRecord | null> {
  const row = await tx.interview.findUnique({
    where: { appraisalId_edition: { appraisalId, edition } },
    ...recordSelect,
  });
  const appointments = await readAppointments(tx, { appraisalId, edition });
  return recordOf(row, appointments, await readDoneFor(tx, appraisalId));
}

function recordOf(
  row: RecordRow | null,
  appointments: readonly Appointment[],
  doneFor: DoneFor,
): InterviewRecord | null {
  if (row === null) return null;
  const { good, short, direction, deductions, minutes, told, recordedAt } = row;
  const { confirmedAt, contestedAt, contest } = row;
  return {
    heldOn: row.heldOn.toISOString().slice(0, 10),
    good,
    short,
    direction,
    deductions,
    minutes,
    told,
    appointments,
    recordedBy: { by: row.recordedBy.name, byFor: doneFor(row.recordedById, recordedAt) },
    recordedAt,
    confirmedAt,
    contest: contestedAt === null ? null : { text: contest ?? "", at: contestedAt },
  };
}

/** Newest first. */
export function readAppointments(
  tx: Reading,
  { appraisalId, edition }: Edition,
): Promise<Appointment[]> {
  return tx.$queryRaw<Appointment[]>`
    SELECT p.sequence, p.starts_at AS "startsAt", p.minutes::int AS minutes, p.place, p.note, e.name AS by, p.at
    FROM appointment p JOIN employee e ON e.id = p.by_id
    WHERE p.appraisal_id = ${appraisalId}::uuid AND p.edition = ${edition} ORDER BY p.sequence DESC`;
}

/** The appointments with what decides whether another may be proposed. */
export async function readArranging(
  tx: Reading,
  subject: LoadedSubject,
  now: Date,
  timeZone: string,
): Promise<Arranging> {
  const refusal = windowRefusal(subject, "interview", now, subject.returned);
  return {
    appointments: await readAppointments(tx, subject),
    timeZone,
    shut: subject.state === "interview" ? refusal : "wrong_state",
  };
}

interface Author {
  readonly appraisalId: string;
  readonly authorId: string;
}

interface OwnRow extends Omit<InterviewDraft["form"], "heldOn"> {
  readonly finalAt: Date | null;
  readonly timeZone: string;
  readonly draftVersion: number | null;
  readonly heldOn: string | null;
  readonly version: number | null;
  readonly topics: string;
  readonly notes: string;
}

const blank = { good: "", short: "", direction: "", deductions: "", minutes: "", told: [] };

/**
 * What somebody has on the desk for one interview: their own minutes, of none the empty form of today, their own
 * preparation, and the days on which it can have been held.
 */
export async function readDesk(tx: Reading, { appraisalId, authorId }: Author, now: Date) {
  const [row] = await tx.$queryRaw<OwnRow[]>`
    SELECT d.version AS "draftVersion", d.held_on::text AS "heldOn", d.good, d.short, d.direction, d.deductions, d.minutes,
      d.told, p.version, p.topics, p.notes, a.final_at AS "finalAt", c.time_zone AS "timeZone"
    FROM company c, appraisal a
      LEFT JOIN interview_draft d ON d.appraisal_id = a.id AND d.author_id = ${authorId}::uuid
      LEFT JOIN interview_preparation p ON p.appraisal_id = a.id AND p.author_id = ${authorId}::uuid
    WHERE a.id = ${appraisalId}::uuid`;
  if (row === undefined) throw new Error("readDesk: no row");
  const { draftVersion, version, topics, notes, timeZone, finalAt } = row;
  const heldBetween: HeldBetween = {
    from: finalAt === null ? null : dayIn(finalAt, timeZone),
    to: dayIn(now, timeZone),
  };
  const draft: InterviewDraft =
    draftVersion === null
      ? { version: 0, form: { heldOn: heldBetween.to, ...blank } }
      : { version: draftVersion, form: formOf(row) };
  const preparation: Preparation =
    version === null ? { version: 0, topics: "", notes: "" } : { version, topics, notes };
  return { draft, preparation, heldBetween, timeZone };
}

function formOf({ heldOn, good, short, direction, deductions, minutes, told }: OwnRow) {
  return { heldOn: heldOn ?? "", good, short, direction, deductions, minutes, told };
}

export async function writeDraft(
  tx: Tx,
  author: Author,
  { version, form: { heldOn, told, ...texts } }: InterviewDraft,
  savedAt: Date,
): Promise<void> {
  const row = {
    ...texts,
    told: [...told],
    heldOn: heldOn === "" ? null : new Date(`${heldOn}T00:00:00Z`),
    version,
    savedAt,
  };
  await tx.interviewDraft.upsert({
    where: { appraisalId_authorId: author },
    create: { ...author, ...row },
    update: row,
  });
}

export async function writePreparation(
  tx: Tx,
  author: Author,
  preparation: Preparation,
  savedAt: Date,
): Promise<void> {
  const row = { ...preparation, savedAt };
  await tx.interviewPreparation.upsert({
    where: { appraisalId_authorId: author },
    create: { ...author, ...row },
    update: row,
  });
}

/** What was recorded needs no draft. */
export async function dropDraft(tx: Tx, author: Author): Promise<void> {
  await tx.interviewDraft.deleteMany({ where: author });
}
