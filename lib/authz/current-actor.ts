import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { pathHeader, signInPath } from "@/lib/auth/web/return-path";
import { sessionCookieName, tokenOfCookie } from "@/lib/auth/session-cookie";
import { hashToken } from "@/lib/auth/tokens";
import { clock } from "@/lib/clock";
import { asHouse } from "@/lib/db/read";
import type { Actor } from "./actor";

interface ActorRow {
  id: string;
  name: string;
  number: string;
  isHrAdmin: boolean;
  hrDepartmentIds: string[];
}

/** Session, person, status and grants in one round trip, so nothing a person may do outlives its reason by a request. */
export async function readActor(token: string, now: Date): Promise<Actor | null> {
  const [row] = await asHouse(
    "session",
    (tx) => tx.$queryRaw<ActorRow[]>`
    WITH RECURSIVE me AS (
      SELECT e.id, e.name, e.number
      FROM session s JOIN employee e ON e.id = s.employee_id
      WHERE s.token_hash = ${hashToken(token)} AND s.revoked_at IS NULL AND s.expires_at > ${now} AND e.status <> 'left'
    ), granted AS (
      SELECT g.role, g.department_id FROM role_grant g JOIN me ON me.id = g.employee_id WHERE g.revoked_at IS NULL
    ), below (id) AS (
      SELECT department_id FROM granted WHERE role = 'hr_partner' AND department_id IS NOT NULL
      UNION
      SELECT d.id FROM department d JOIN below ON d.parent_id = below.id
    )
    SELECT me.id::text AS "id", me.name AS "name", me.number AS "number",
      EXISTS (SELECT 1 FROM granted WHERE role = 'hr_admin') AS "isHrAdmin",
      ARRAY(SELECT id::text FROM below) AS "hrDepartmentIds"
    FROM me`,
  );
  if (row === undefined) return null;
  return {
    employeeId: row.id,
    name: row.name,
    number: row.number,
    isHrAdmin: row.isHrAdmin,
    hrDepartmentIds: new Set(row.hrDepartmentIds),
  };
}

/** Who is asking, read from the database once per request; null without a live session. */
export const currentActor: () => Promise<Actor | null> = cache(async () => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const token = await tokenOfCookie(cookie);
  return token === null ? null : readActor(token, clock.now());
});

/** For pages: leads to the sign-in and back here afterwards. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor !== null) return actor;
  redirect(signInPath((await headers()).get(pathHeader)));
}
