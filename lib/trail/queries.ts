import "server-only";
import { auditEventSchema } from "@/lib/audit/event";
import { may, relationsOf } from "@/lib/appraisal/policy";
import { readSubject } from "@/lib/appraisal/store";
import type { Actor } from "@/lib/authz/actor";
import { database } from "@/lib/db/client";
import { readRuleset } from "@/lib/ruleset/store";
import type { Bilingual } from "@/lib/scoring";
import { foldSaves, visibleKinds } from "./rules";
import type { Trail, TrailEntry } from "./types";

const LIMIT = 1000;

/** Everything that happened to one appraisal, as far as this reader may know. */
export async function readTrail(actor: Actor, appraisalId: string): Promise<Trail | null> {
  const db = database();
  const subject = await readSubject(db, appraisalId);
  if (subject === null || !may(actor, "trail.read", subject).ok) return null;
  const kinds = visibleKinds(relationsOf(actor, subject), subject.state);
  const head = await db.appraisal.findUniqueOrThrow({
    where: { id: appraisalId },
    select: {
      cycle: { select: { year: true, quarter: true } },
      participant: { select: { employee: { select: { name: true, number: true } } } },
      returns: { select: { id: true, reason: true, valueKey: true, point: true } },
    },
  });
  const rows = await db.auditEvent.findMany({
    where: { appraisalId, kind: { in: [...kinds] } },
    orderBy: { id: "desc" },
    take: LIMIT,
  });
  const names = await namesOf(rows.map((row) => row.actorId));
  const { framework } = await readRuleset(db, subject.cycleId);
  const nameOfValue = (key: string | null | undefined): Bilingual | null =>
    framework.values.find((value) => value.key === key)?.name ?? null;
  const entries = rows.map((row): TrailEntry => {
    const event = auditEventSchema.parse({ ...payloadOf(row.payload), kind: row.kind });
    const note = "noteId" in event ? head.returns.find(({ id }) => id === event.noteId) : undefined;
    return {
      id: String(row.id),
      at: row.at,
      by: row.actorId === null ? null : (names.get(row.actorId) ?? null),
      event,
      note: note
        ? { reason: note.reason, value: nameOfValue(note.valueKey), point: note.point }
        : null,
      value: "value" in event ? nameOfValue(event.value) : null,
      times: 1,
    };
  });
  return {
    appraisalId,
    state: subject.state,
    ...head.cycle,
    person: head.participant.employee,
    own: subject.employeeId === actor.employeeId,
    entries: foldSaves(entries),
  };
}

function payloadOf(payload: unknown): object {
  return typeof payload === "object" && payload !== null ? payload : {};
}

async function namesOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const people = await database().employee.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
