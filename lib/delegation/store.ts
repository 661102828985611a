import "server-only";
import type { DeputyRoom } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { underWay } from "@/lib/hand-over/store";
import { stateOf, type Pair } from "./rules";
import { deputyActs, type DelegationRow, type DeputyAct } from "./types";

/** Rows of delegations inside a caller's transaction. Nothing here decides who may see or change them. */

type Deputy = Pair["deputy"] & { readonly name: string; readonly number: string };

const isPartner = (person: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM role_grant g
  WHERE g.employee_id = ${person} AND g.role = 'hr_partner' AND g.revoked_at IS NULL)`;

export async function readAbsent(tx: Reading, personId: string) {
  const [row] = await tx.$queryRaw<
    {
      id: string;
      name: string;
      number: string;
      status: string;
      managerId: string | null;
      isPartner: boolean;
    }[]
  >`SELECT id::text AS id, name, number, status, manager_id AS "managerId", ${isPartner(Prisma.sql`e.id`)} AS "isPartner"
    FROM employee e WHERE id = ${personId}::uuid`;
  return row ?? null;
}

/** Those for whom `some` holds, over `employee e`. */
export function readDeputies(tx: Reading, some: Prisma.Sql): Promise<Deputy[]> {
  return tx.$queryRaw<Deputy[]>`
    SELECT e.id::text AS id, e.name, e.number, e.status, e.manager_id AS "managerId", ${isPartner(Prisma.sql`e.id`)} AS "isPartner",
      EXISTS (SELECT FROM employee r WHERE r.manager_id = e.id AND r.status <> 'left') AS leads,
      ARRAY(
        WITH RECURSIVE up (id) AS (
          SELECT e.manager_id UNION SELECT m.manager_id FROM employee m JOIN up ON m.id = up.id
        ) SELECT id::text FROM up WHERE id IS NOT NULL) AS above
    FROM employee e WHERE ${some} ORDER BY e.number LIMIT 200`;
}

/** Those who could stand in for somebody, before it is asked in what. */
export const near = (absent: {
  readonly id: string;
  readonly managerId: string | null;
  readonly isPartner: boolean;
}) => Prisma.sql`e.id <> ${absent.id}::uuid AND e.status = 'active' AND (
    e.manager_id = ${absent.id}::uuid OR e.manager_id = ${absent.managerId}::uuid
    OR (${absent.isPartner} AND ${isPartner(Prisma.sql`e.id`)}))`;

/** The sheets under way that somebody holds or, as HR partner, looks after: FROM and WHERE over `appraisal a`. */
const heldBy = (personId: string) => Prisma.sql`FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    WHERE ${underWay} AND ${personId}::uuid IN (a.manager_id, a.second_level_id, a.approver_id, a.hr_partner_id)`;

/** Whether each of these people and departments has a sheet in somebody's hands: nothing else can be given to a deputy by name. */
export async function holdsAllOf(
  tx: Tx,
  personId: string,
  employeeIds: readonly string[],
  departmentIds: readonly string[],
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ all: boolean }[]>`
    SELECT ${[...employeeIds]}::uuid[] <@ ARRAY(SELECT a.employee_id ${heldBy(personId)})
      AND ${[...departmentIds]}::uuid[] <@ ARRAY(SELECT a.department_id ${heldBy(personId)}) AS all`;
  return row?.all === true;
}

/** The people and departments of what somebody holds. */
export async function readScope(tx: Reading, personId: string) {
  const held = heldBy(personId);
  const people = await tx.$queryRaw<{ id: string; name: string; number: string }[]>`
    SELECT e.id::text AS id, e.name, e.number FROM employee e
    WHERE e.id IN (SELECT a.employee_id ${held}) ORDER BY e.number LIMIT 61`;
  const departments = await tx.$queryRaw<{ id: string; name: string; nameEn: string | null }[]>`
    SELECT d.id::text AS id, d.name, d.name_en AS "nameEn" FROM department d
    WHERE d.id IN (SELECT a.department_id ${held}) ORDER BY d.code LIMIT 60`;
  // Whoever is over so many names departments.
  return { people: people.length > 60 ? [] : people, departments };
}

interface Period {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Not ended, and with an instant in common. */
const within = ({ startsAt, endsAt }: Period) => ({
  endedAt: null,
  startsAt: { lt: endsAt },
  endsAt: { gt: startsAt },
});

export async function overlaps(tx: Tx, forId: string, rooms: readonly DeputyRoom[], at: Period) {
  const where = { forId, rooms: { hasSome: [...rooms] }, ...within(at) };
  return (await tx.delegation.count({ where })) > 0;
}

/** Whether the one is somebody's deputy, or has one, in this time. */
export async function isDeputyWithin(tx: Tx, deputyId: string, at: Period): Promise<boolean> {
  return (await tx.delegation.count({ where: { deputyId, ...within(at) } })) > 0;
}
export async function isAwayWithin(tx: Tx, forId: string, at: Period): Promise<boolean> {
  return (await tx.delegation.count({ where: { forId, ...within(at) } })) > 0;
}

interface Found extends Omit<DelegationRow, "state"> {
  readonly endedAt: Date | null;
}

/** The newest first. `some` is over `delegation g`. */
export async function readDelegations(
  tx: Reading,
  some: Prisma.Sql,
  now: Date,
): Promise<DelegationRow[]> {
  const rows = await tx.$queryRaw<Found[]>`
    SELECT g.id::text AS id, away.name AS absent, d.name AS deputy, g.rooms::text[] AS rooms,
      g.starts_at AS "startsAt", g.ends_at AS "endsAt", g.ended_at AS "endedAt",
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en) ORDER BY u.code), '[]')
        FROM department u WHERE u.id = ANY(g.department_ids)) AS departments,
      ARRAY(SELECT p.name FROM employee p WHERE p.id = ANY(g.employee_ids) ORDER BY p.number) AS people
    FROM delegation g JOIN employee away ON away.id = g.for_id JOIN employee d ON d.id = g.deputy_id
    WHERE ${some} ORDER BY g.starts_at DESC, g.id LIMIT 50`;
  return rows.map((row) => ({ ...row, state: stateOf(row, now) }));
}

/** What deputies did in somebody's name, the newest first; nothing of the reader's own sheet. */
export function readActs(tx: Reading, forId: string, readerId: string): Promise<DeputyAct[]> {
  return tx.$queryRaw<DeputyAct[]>`
    SELECT v.id::text AS id, v.at, d.name AS deputy, e.name AS employee, e.number, v.kind
    FROM audit_event v JOIN employee d ON d.id = v.actor_id JOIN employee e ON e.id = v.employee_id
    WHERE v.for_id = ${forId}::uuid AND v.employee_id <> ${readerId}::uuid
      AND v.kind = ANY(${[...deputyActs]})
    ORDER BY v.id DESC LIMIT 100`;
}

export async function holdsSheetOf(
  tx: Tx,
  holderId: string,
  employeeIds: readonly string[],
): Promise<boolean> {
  const posts = ["managerId", "secondLevelId", "approverId", "hrPartnerId"] as const;
  const held = await tx.appraisal.count({
    where: {
      ...{ employeeId: { in: [...employeeIds] }, publishedAt: null, cycle: { state: "open" } },
      OR: posts.map((post) => ({ [post]: holderId })),
    },
  });
  return held > 0;
}
