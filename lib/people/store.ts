import "server-only";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { identityKey, withoutZeros } from "@/lib/text/identity";
import type { GoneManager, PersonLink } from "./types";

/** Whether an ISO day is still to come by the company's clock. */
export async function liesAhead(tx: Tx, day: string, now: Date): Promise<boolean> {
  const [company] = await tx.$queryRaw<{ ahead: boolean }[]>`
    SELECT ${day}::date > (${now}::timestamptz AT TIME ZONE time_zone)::date AS ahead FROM company`;
  return company?.ahead === true;
}

/** Whether the line above a manager, the manager included, leads to this person. A circle in it does not hang the question. */
export async function reportsTo(tx: Tx, managerId: string, employeeId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<object[]>`
    WITH RECURSIVE line (id) AS (
      SELECT ${managerId}::uuid
      UNION
      SELECT e.manager_id FROM employee e JOIN line ON line.id = e.id WHERE e.manager_id IS NOT NULL
    )
    SELECT 1 FROM line WHERE id = ${employeeId}::uuid`;
  return found !== undefined;
}

/**
 * Whom a field for people means, as the key of a 工号: the number itself in whatever spelling, else the only one here of
 * that name. What means nobody, or several, stays what it is and finds nobody.
 */
export async function meantNumber(tx: Reading, given: string): Promise<string> {
  const numberKey = identityKey(given);
  if ((await tx.employee.count({ where: { numberKey } })) > 0) return numberKey;
  const [namesake, ...others] = await tx.employee.findMany({
    where: { name: given.trim(), status: { not: "left" } },
    select: { numberKey: true },
    take: 2,
  });
  return namesake === undefined || others.length > 0 ? numberKey : namesake.numberKey;
}

/** Somebody here who can still take on people; undefined when neither 工号 nor name means one person such. */
export async function findPresent(tx: Tx, given: string): Promise<string | undefined> {
  const found = await tx.employee.findFirst({
    where: { numberKey: await meantNumber(tx, given), status: { not: "left" } },
    select: { id: true },
  });
  return found?.id;
}

/** Somebody else whose number is another only by the zeros in front; null where there is none. */
export async function findByZeros(
  tx: Tx,
  number: string,
  employeeId: string | null,
): Promise<PersonLink | null> {
  const bare = withoutZeros(identityKey(number));
  const [found] = await tx.$queryRaw<PersonLink[]>`
    SELECT id::text AS id, number, name FROM employee
    WHERE ltrim(number_key, '0') = ${bare} AND id IS DISTINCT FROM ${employeeId}::uuid
    ORDER BY number LIMIT 1`;
  return found ?? null;
}

/** A person as the form has them, with the columns a change is compared with. */
export async function readForChange(tx: Tx, employeeId: string) {
  const row = await tx.employee.findUnique({
    where: { id: employeeId },
    select: {
      version: true,
      number: true,
      name: true,
      email: true,
      jobTitle: true,
      departmentId: true,
      managerId: true,
      hireDate: true,
      status: true,
      manager: { select: { number: true } },
    },
  });
  if (row === null) return null;
  const { manager, ...before } = row;
  const { number, name, departmentId, status } = before;
  const fields = {
    number,
    name,
    email: before.email ?? "",
    jobTitle: before.jobTitle ?? "",
    departmentId,
    managerNumber: manager?.number ?? "",
    hireDate: before.hireDate.toISOString().slice(0, 10),
    status,
  };
  return { before, fields };
}

export type PersonForChange = NonNullable<Awaited<ReturnType<typeof readForChange>>>;

/** Names by ids, in one statement; null among the ids is nobody. */
export async function readNames(
  tx: Reading,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, string>> {
  const people = await tx.employee.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Everybody above each of these, nearest first, with whether they are here. */
export async function readLines(tx: Tx, ids: readonly string[]) {
  const rows = await tx.$queryRaw<{ from: string; id: string; here: boolean }[]>`
    WITH RECURSIVE up (start, id, manager_id, here, depth) AS (
      SELECT id, id, manager_id, status = 'active', 0 FROM employee WHERE id = ANY(${[...new Set(ids)]}::uuid[])
      UNION ALL
      SELECT up.start, m.id, m.manager_id, m.status = 'active', depth + 1 FROM employee m JOIN up ON m.id = up.manager_id
      WHERE depth < 100
    ) SELECT start::text AS "from", id::text AS id, here FROM up WHERE depth > 0 ORDER BY start, depth`;
  return Map.groupBy(rows, ({ from }) => from);
}

/** Those of these people who left or are on long leave. */
export async function readGone(tx: Tx, ids: readonly (string | null)[]): Promise<string[]> {
  const gone = await tx.employee.findMany({
    where: { id: { in: ids.filter((id) => id !== null) }, status: { not: "active" } },
    select: { id: true },
  });
  return gone.map(({ id }) => id);
}

export async function readName(tx: Tx, personId: string): Promise<string> {
  const { name } = await tx.employee.findUniqueOrThrow({ where: { id: personId } });
  return name;
}

/** Who has left and still has people reporting to them: new appraisals of these go past that manager. */
export function readGoneManagers(tx: Reading): Promise<GoneManager[]> {
  return tx.$queryRaw<GoneManager[]>`
    SELECT m.id::text AS id, m.name, m.number, count(*)::int AS reports
    FROM employee e JOIN employee m ON m.id = e.manager_id
    WHERE m.status = 'left' AND e.status <> 'left'
    GROUP BY m.id ORDER BY count(*) DESC, m.number_key LIMIT 50`;
}

/** Whose confirmed declared relation to the person runs. */
export async function readRelated(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT (CASE person_id WHEN ${personId}::uuid THEN other_id ELSE person_id END)::text AS id FROM declared_relation
    WHERE ${personId}::uuid IN (person_id, other_id) AND ended_at IS NULL AND confirmed_at IS NOT NULL`;
  return rows.map(({ id }) => id);
}

/** Null for nobody of that number; somebody who left is found, so that it can be said. */
export async function readSuccessor(tx: Tx, numberKey: string) {
  const row = await tx.employee.findUnique({
    where: { numberKey },
    select: { id: true, status: true },
  });
  if (row === null) return null;
  const { id, status } = row;
  const line = (await readLines(tx, [id])).get(id)?.map((one) => one.id) ?? [];
  const reports = await tx.employee.count({ where: { managerId: id, status: "active" } });
  const roles = { employeeId: id, role: "hr_admin", revokedAt: null } as const;
  const isHrAdmin = (await tx.roleGrant.count({ where: roles })) > 0;
  const is = { isAway: status === "on_leave", hasLeft: status === "left", leads: reports > 0 };
  return { id, line, isHrAdmin, ...is };
}
