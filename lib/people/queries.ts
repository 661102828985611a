import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { read, type Reading } from "@/lib/db/read";
import type { Prisma } from "@/lib/db/generated/client";
import { identityKey, numberAsWritten } from "@/lib/text/identity";
import { mayManagePeople } from "./permissions";
import { pageSize, type PeopleFilter } from "./schema";
import type { LeftManager, PeoplePage, PersonDetail, PersonLink } from "./types";

const link = { id: true, number: true, name: true } satisfies Prisma.EmployeeSelect;
const departmentName = { id: true, name: true, nameEn: true } satisfies Prisma.DepartmentSelect;
const basics = {
  ...link,
  email: true,
  status: true,
  department: { select: departmentName },
  credential: { select: { employeeId: true } },
  _count: { select: { identities: true } },
} satisfies Prisma.EmployeeSelect;

type Basics = Prisma.EmployeeGetPayload<{ select: typeof basics }>;

function toBasics({ credential, _count, ...row }: Basics) {
  return { ...row, hasSignIn: credential !== null || _count.identities > 0 };
}

export async function listPeople(actor: Actor, filter: PeopleFilter): Promise<PeoplePage | null> {
  if (!mayManagePeople(actor)) return null;
  return read(actor, async (tx) => {
    const where = await whereOf(tx, filter);
    const rows = await tx.employee.findMany({
      where: filter.after === null ? where : { AND: [where, { number: { gt: filter.after } }] },
      orderBy: { number: "asc" },
      take: pageSize + 1,
      select: {
        ...basics,
        manager: { select: { name: true } },
        grants: { where: { revokedAt: null }, select: { role: true } },
      },
    });
    const total = await tx.employee.count({ where });
    const before =
      filter.after === null
        ? 0
        : await tx.employee.count({ where: { AND: [where, { number: { lte: filter.after } }] } });
    const shown = rows.slice(0, pageSize).map(({ manager, grants, ...row }) => ({
      ...toBasics(row),
      managerName: manager?.name ?? null,
      roles: [...new Set(grants.map((grant) => grant.role))],
    }));
    return {
      rows: shown,
      next: rows.length > pageSize ? (shown.at(-1)?.number ?? null) : null,
      ...{ total, before },
    };
  });
}

async function whereOf(
  tx: Reading,
  { search, department, status }: PeopleFilter,
): Promise<Prisma.EmployeeWhereInput> {
  // Prisma passes these through to LIKE, where they would match anything.
  const literal = search.replace(/[\\%_]/g, "\\$&");
  const contains = { contains: literal, mode: "insensitive" } as const;
  const key = identityKey(numberAsWritten(search));
  return {
    status: status ?? { not: "left" },
    ...(department === null ? {} : { departmentId: { in: await idsBelow(tx, department) } }),
    ...(search === ""
      ? {}
      : {
          OR: [
            { name: contains },
            { number: contains },
            { email: contains },
            ...(key === "" ? [] : [{ numberKey: { contains: key.replace(/[\\%_]/g, "\\$&") } }]),
          ],
        }),
  };
}

async function idsBelow(tx: Reading, departmentId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE below (id) AS (
      SELECT ${departmentId}::uuid UNION SELECT d.id FROM department d JOIN below ON d.parent_id = below.id
    ) SELECT id::text AS id FROM below`;
  return rows.map((row) => row.id);
}

export async function readPerson(
  actor: Actor,
  employeeId: string,
  now: Date,
): Promise<PersonDetail | null> {
  if (!mayManagePeople(actor)) return null;
  const row = await read(actor, (tx) =>
    tx.employee.findUnique({
      where: { id: employeeId },
      select: {
        ...basics,
        version: true,
        rolesVersion: true,
        jobTitle: true,
        hireDate: true,
        manager: { select: link },
        reports: {
          where: { status: { not: "left" } },
          orderBy: { number: "asc" },
          take: 200,
          select: link,
        },
        headOf: { orderBy: { code: "asc" }, select: departmentName },
        invitations: {
          where: { usedAt: null, revokedAt: null, expiresAt: { gt: now } },
          orderBy: { expiresAt: "desc" },
          take: 1,
          select: { expiresAt: true },
        },
      },
    }),
  );
  if (row === null) return null;
  const { headOf, hireDate, jobTitle, invitations, version, rolesVersion, ...rest } = row;
  return {
    ...toBasics(rest),
    version,
    rolesVersion,
    manager: rest.manager,
    reports: rest.reports,
    jobTitle: jobTitle ?? "",
    hireDate: hireDate.toISOString().slice(0, 10),
    heads: headOf,
    invitationUntil: invitations[0]?.expiresAt.toISOString() ?? null,
  };
}

/** Who has left and is still somebody's manager, with how many of those here. */
export async function listLeftManagers(actor: Actor): Promise<readonly LeftManager[]> {
  if (!mayManagePeople(actor)) return [];
  return read(
    actor,
    (tx) => tx.$queryRaw<LeftManager[]>`
      SELECT m.id::text AS id, m.name, m.number, count(*)::int AS reports
      FROM employee m JOIN employee e ON e.manager_id = m.id AND e.status <> 'left'
      WHERE m.status = 'left' GROUP BY m.id ORDER BY m.number LIMIT 20`,
  );
}

/** Suggestions for fields that take a 工号; in a larger company the number itself is typed. */
export async function suggestPeople(actor: Actor): Promise<PersonLink[]> {
  if (!mayManagePeople(actor)) return [];
  return read(actor, (tx) =>
    tx.employee.findMany({
      where: { status: { not: "left" } },
      orderBy: [{ reports: { _count: "desc" } }, { number: "asc" }],
      take: 200,
      select: link,
    }),
  );
}
