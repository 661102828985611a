import { hashPassword } from "@/lib/auth/passwords";
import { openSession } from "@/lib/auth/sessions";
import type { Actor } from "@/lib/authz/actor";
import { clock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { ChangePersonInput } from "@/lib/people/schema";
import { readVisit } from "@/lib/visit/queries";
import type { Rooms } from "@/lib/visit/types";

export const goodPassword = "松鼠 lantern 三月 bridge";
export const otherPassword = "river 四季 cable 77 moss";

/** Gives a person of the test company a password without going through an invitation. */
export async function givePassword(employeeId: string, password = goodPassword): Promise<void> {
  const passwordHash = await hashPassword(password);
  await database().credential.create({
    data: { employeeId, passwordHash, changedAt: new Date("2026-11-01T00:00:00Z") },
  });
}

/** As a page just opened would have them. */
export async function versionOf(employeeId: string): Promise<number> {
  const where = { id: employeeId };
  return (await database().employee.findUniqueOrThrow({ where })).version;
}

export async function rolesVersionOf(employeeId: string): Promise<number> {
  const where = { id: employeeId };
  return (await database().employee.findUniqueOrThrow({ where })).rolesVersion;
}

export async function auditKinds(employeeId: string): Promise<string[]> {
  const rows = await database().recordedEvent.findMany({
    where: { employeeId },
    orderBy: { id: "asc" },
    select: { kind: true },
  });
  return rows.map((row) => row.kind);
}

/** A session of the person's, as a browser holds it. */
export async function tokenOf({ employeeId }: Pick<Actor, "employeeId">): Promise<string> {
  const token = await openSession(employeeId, "password", clock.now());
  if (token === null) throw new Error("no session");
  return token;
}

/** What the navigation offers a person who opens a page. */
export async function roomsOf(person: Pick<Actor, "employeeId">): Promise<Rooms> {
  const visit = await readVisit(await tokenOf(person), clock.now());
  if (visit === null) throw new Error("no visit");
  return visit.rooms;
}

/** The form of a person as it stands, active. */
export async function fieldsOf(employeeId: string): Promise<ChangePersonInput> {
  const row = await database().employee.findUniqueOrThrow({
    where: { id: employeeId },
    include: { manager: { select: { number: true } } },
  });
  const { number, name, email, jobTitle, departmentId, hireDate, manager, version } = row;
  return {
    employeeId,
    version,
    number,
    name,
    email: email ?? "",
    jobTitle: jobTitle ?? "",
    departmentId,
    managerNumber: manager?.number ?? "",
    hireDate: hireDate.toISOString().slice(0, 10),
    status: "active",
  };
}
