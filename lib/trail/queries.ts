import "server-only";
import { readTimeZone } from "@/lib/company/store";
import { recordedEventSchema, type RecordedEvent } from "@/lib/events/event";
import { may, mayReadObjection } from "@/lib/appraisal/permissions";
import { isPublished } from "@/lib/appraisal/stages";
import { standingOf } from "@/lib/appraisal/standing";
import { readSubject } from "@/lib/appraisal/store";
import type { Actor } from "@/lib/authz/actor";
import { read, type Reading } from "@/lib/db/read";
import { readNames } from "@/lib/people/store";
import type { Prisma } from "@/lib/db/generated/client";
import type { Answer } from "@/lib/result/types";
import { readLostCases } from "@/lib/rounds/store";
import { readRuleset } from "@/lib/ruleset/store";
import type { FrameworkDocument } from "@/lib/scoring";
import { nothingUnseen } from "@/lib/sheet/rules";
import { readUnseen, tellsOfUnseen } from "@/lib/sheet/store/openings";
import { changedSinceFirst, isHandOver, shownEditions, shownEvent, visibleKinds } from "./rules";
import type { Trail, TrailEntry } from "./types";

const LIMIT = 500;

/** Everything that happened to one appraisal, as far as this reader may know. */
export async function readTrail(actor: Actor, appraisalId: string): Promise<Trail | null> {
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    if (subject === null) return null;
    const allowed = may(actor, "trail.read", subject);
    if (!allowed.ok) return null;
    const relations = standingOf(actor, subject);
    const head = await readHead(tx, appraisalId);
    const timeZone = await readTimeZone(tx);
    const kinds = visibleKinds(relations, subject);
    const rows = await readFolded(tx, appraisalId, kinds, timeZone);
    const happened = rows.map(toHappened);
    const names = await readNames(tx, happened.flatMap(namedIn));
    const ruleset = await readRuleset(tx, subject.cycleId);
    const { framework } = ruleset;
    const unseen = relations.has("manager")
      ? await readUnseen(tx, subject, ruleset)
      : nothingUnseen;
    const lost = happened.some(({ event }) => isAgain(event))
      ? await readLostCases(tx, appraisalId, framework)
      : null;
    const oldestFirst = happened.map(({ event }) => event).toReversed();
    const reader = { actorId: actor.employeeId, own: relations.has("self"), unseen };
    const answers = head.acknowledgements.filter(
      ({ kind, text }) => text !== "" && (kind !== "objected" || mayReadObjection(relations)),
    );
    const known = { ...head, answers, framework, names, oldestFirst, lost, reader };
    const entries = happened.map((one) => entryOf(one, known));
    return {
      appraisalId,
      seenAs: allowed.ground,
      ...head.cycle,
      person: head.employee,
      own: subject.employeeId === actor.employeeId,
      published: isPublished(subject.state),
      timeZone,
      entries: shownEditions(relations, subject.state, entries),
    };
  });
}

function toHappened({ kind, payload, ...row }: FoldedRow) {
  return { ...row, event: recordedEventSchema.parse({ ...payload, kind }) };
}

function namedIn({ actorId, forId, event }: ReturnType<typeof toHappened>) {
  const hands = isHandOver(event) ? [event.from, event.to] : [];
  return [actorId, forId, ...hands];
}

function handsIn(event: RecordedEvent, names: Awaited<ReturnType<typeof readNames>>) {
  if (!isHandOver(event)) return null;
  return { from: names.get(event.from) ?? null, to: names.get(event.to) ?? null };
}

interface Known extends Pick<Head, "returns" | "interviews"> {
  readonly answers: Head["acknowledgements"];
  readonly framework: FrameworkDocument;
  readonly names: Awaited<ReturnType<typeof readNames>>;
  readonly oldestFirst: readonly RecordedEvent[];
  readonly lost: Lost | null;
  readonly reader: Reader;
}

interface Reader {
  readonly actorId: string;
  readonly own: boolean;
  /** Values of which the self-review is closed to a manager. */
  readonly unseen: ReadonlySet<string>;
}

function entryOf(
  { id, at, since, times, actorId, forId, event }: ReturnType<typeof toHappened>,
  { returns, interviews, answers, framework, names, oldestFirst, lost, reader }: Known,
): TrailEntry {
  const valueAt = (key: string | null) => framework.values.find((value) => value.key === key);
  const nameOfValue = (key: string | null) => valueAt(key)?.name ?? null;
  const placeAt = (key: string, point: number) => ({
    ...{ value: nameOfValue(key), point, gated: valueAt(key)?.gated ?? true },
  });
  const found = "noteId" in event ? returns.find((one) => one.id === event.noteId) : undefined;
  const note = found && !tellsOfUnseen(found, reader.unseen, reader.actorId) ? found : null;
  return {
    id: String(id),
    ...{ at, since, times },
    by: names.get(actorId) ?? null,
    byFor: names.get(forId) ?? null,
    event: shownEvent(event, reader.unseen),
    changed: changedSinceFirst(event, oldestFirst).map((one) => ({
      ...one,
      value: nameOfValue(one.value),
    })),
    moved:
      "fromPoint" in event
        ? { from: placeAt(event.from, event.fromPoint), to: placeAt(event.value, event.point) }
        : null,
    lost: lostIn(event, lost, reader),
    note: note && {
      reason: note.reason,
      value: nameOfValue(note.valueKey),
      point: note.point,
      gated: valueAt(note.valueKey)?.gated ?? true,
    },
    value: times === 1 && "value" in event ? nameOfValue(event.value) : null,
    words: wordsOf(event, at, interviews, answers),
    hands: handsIn(event, names),
  };
}

type Lost = Awaited<ReturnType<typeof readLostCases>>;

const isAgain = (event: RecordedEvent) =>
  (event.kind === "self.submitted" || event.kind === "manager.submitted") && event.number > 1;

/** The employee reads of their own side alone, a manager to whom some of the self-review is closed of theirs. */
function lostIn(
  event: RecordedEvent,
  lost: Lost | null,
  { own, unseen }: Reader,
): TrailEntry["lost"] {
  if (event.kind === "self.submitted" && unseen.size === 0)
    return lost?.self.get(event.number) ?? [];
  if (event.kind === "manager.submitted" && !own) return lost?.manager.get(event.number) ?? [];
  return [];
}

/** An act and its event are of one instant. */
const isSame = (one: Date | null, other: Date) => one?.getTime() === other.getTime();

/** What was said with an event, of what its reader may read. */
function wordsOf(
  event: RecordedEvent,
  at: Date,
  interviews: readonly { readonly contest: string | null; readonly contestedAt: Date | null }[],
  answers: readonly { readonly kind: Answer["kind"]; readonly text: string; readonly at: Date }[],
): string | null {
  if (event.kind === "interview.contested")
    return interviews.find(({ contestedAt }) => isSame(contestedAt, at))?.contest ?? null;
  return answers.find((one) => one.kind === answerIn(event) && isSame(one.at, at))?.text ?? null;
}

/** Which answer an event recorded. */
function answerIn(event: RecordedEvent): Answer["kind"] | null {
  if (event.kind === "result.objected") return "objected";
  return event.kind === "result.acknowledged" ? (event.answer ?? "accepted") : null;
}

type Head = Awaited<ReturnType<typeof readHead>>;

function readHead(tx: Reading, appraisalId: string) {
  return tx.appraisal.findUniqueOrThrow({
    where: { id: appraisalId },
    select: {
      cycle: { select: { year: true, quarter: true } },
      employee: { select: { name: true, number: true } },
      returns: {
        select: { id: true, reason: true, valueKey: true, point: true, toState: true, byId: true },
      },
      acknowledgements: { select: { kind: true, text: true, at: true } },
      interviews: { select: { contest: true, contestedAt: true } },
    },
  });
}

interface FoldedRow {
  readonly id: bigint;
  readonly at: Date;
  readonly since: Date;
  readonly times: number;
  readonly kind: string;
  readonly actorId: string | null;
  readonly forId: string | null;
  readonly payload: Prisma.JsonObject;
}

/**
 * Newest first. The autosaves of one person on one day, nothing in between, become one row: a trail would be nothing
 * else, and a limit would cut off what matters.
 */
function readFolded(
  tx: Reading,
  appraisalId: string,
  kinds: readonly string[],
  timeZone: string,
): Promise<FoldedRow[]> {
  return tx.$queryRaw<FoldedRow[]>`
    WITH seen AS (
      SELECT id, at, kind, actor_id, for_id, payload, (at AT TIME ZONE ${timeZone})::date AS day,
        row_number() OVER (ORDER BY id) AS position
      FROM audit_event
      WHERE appraisal_id = ${appraisalId}::uuid AND kind = ANY (${[...kinds]})
    ), runs AS (
      SELECT *, CASE WHEN kind LIKE '%.saved'
        THEN position - row_number() OVER (PARTITION BY kind, actor_id, for_id, day ORDER BY id)
        ELSE -position END AS run
      FROM seen
    )
    SELECT max(id) AS "id", max(at) AS "at", min(at) AS "since", count(*)::int AS "times", kind,
      actor_id::text AS "actorId", for_id::text AS "forId", (array_agg(payload ORDER BY id DESC))[1] AS "payload"
    FROM runs
    GROUP BY kind, actor_id, for_id, day, run
    ORDER BY max(id) DESC
    LIMIT ${LIMIT}`;
}
