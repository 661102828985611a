import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { pathHeader, signInPath } from "@/lib/auth/web/return-path";
import { sessionCookieName, tokenOfCookie } from "@/lib/auth/session-cookie";
import { hashToken } from "@/lib/auth/tokens";
import { clock } from "@/lib/clock";
import { Prisma } from "@/lib/db/generated/client";
import { asHouse, type SqlValue } from "@/lib/db/read";
import type { Actor, Deputyship } from "./actor";

interface ActorRow {
  id: string;
  name: string;
  number: string;
  isHrAdmin: boolean;
  hrDepartmentIds: string[];
  deputyFor: Deputyship[];
  relatedIds: string[];
}

/** Whoever the statement below finds by their session, as its other parts write them. What is the same for every row is asked once. */
const found = {
  employeeId: Prisma.sql`(SELECT id FROM me)`,
  isHrAdmin: Prisma.sql`EXISTS (SELECT FROM granted WHERE role = 'hr_admin')`,
  isHrOf: (departmentId: Prisma.Sql) =>
    Prisma.sql`(EXISTS (SELECT FROM below) AND ${departmentId} = ANY(ARRAY(SELECT id FROM below)))`,
};

const below = (tops: Prisma.Sql) => Prisma.sql`ARRAY(
    WITH RECURSIVE below (id) AS (
      ${tops} UNION SELECT d.id FROM department d JOIN below ON d.parent_id = below.id
    ) SELECT id FROM below)`;

/** Whom the person stands in for at an instant: read with the person, so that it ends with its last instant. */
const standsInFor = (now: Date) => Prisma.sql`coalesce((
    SELECT json_agg(json_build_object('delegationId', g.id, 'forId', away.id, 'forName', away.name, 'rooms', g.rooms,
      'employeeIds', g.employee_ids,
      'departmentIds', ${below(Prisma.sql`SELECT unnest(g.department_ids)`)},
      'hrDepartmentIds', ${below(Prisma.sql`SELECT department_id FROM role_grant
        WHERE employee_id = away.id AND role = 'hr_partner' AND department_id IS NOT NULL AND revoked_at IS NULL`)},
      'above', ARRAY(
        WITH RECURSIVE up (id) AS (
          SELECT manager_id FROM employee WHERE id = g.deputy_id
          UNION
          SELECT e.manager_id FROM employee e JOIN up ON e.id = up.id
        ) SELECT id FROM up WHERE id IS NOT NULL)
    ) ORDER BY g.at, g.id)
    FROM delegation g JOIN me ON me.id = g.deputy_id JOIN employee away ON away.id = g.for_id AND away.status <> 'left'
    WHERE g.ended_at IS NULL AND g.starts_at <= ${now}::timestamptz AND g.ends_at > ${now}::timestamptz
  ), '[]')`;

/**
 * Session, person, status and grants in one round trip, so nothing a person may do outlives its reason by a request, an
 * HR partner's sight of their departments included, which ends while they are away; and
 * along with them what `also` makes of the person found: one value, not evaluated without a live session.
 */
export async function readActorAnd<Also>(
  token: string,
  now: Date,
  also: (asking: typeof found) => SqlValue<Also>,
): Promise<{ readonly actor: Actor; readonly also: Also } | null> {
  const [row] = await asHouse(
    "session",
    (tx) => tx.$queryRaw<(ActorRow & { readonly also: Also })[]>`
    WITH RECURSIVE me AS (
      SELECT e.id, e.name, e.number, e.status
      FROM session s JOIN employee e ON e.id = s.employee_id
      WHERE s.token_hash = ${hashToken(token)} AND s.revoked_at IS NULL AND s.expires_at > ${now} AND e.status <> 'left'
    ), granted AS (
      SELECT g.role, g.department_id FROM role_grant g JOIN me ON me.id = g.employee_id WHERE g.revoked_at IS NULL
    ), below (id) AS (
      SELECT department_id FROM granted JOIN me ON me.status = 'active'
      WHERE role = 'hr_partner' AND department_id IS NOT NULL
      UNION
      SELECT d.id FROM department d JOIN below ON d.parent_id = below.id
    )
    SELECT me.id::text AS "id", me.name AS "name", me.number AS "number",
      ${found.isHrAdmin} AS "isHrAdmin",
      ARRAY(SELECT id::text FROM below) AS "hrDepartmentIds", ${standsInFor(now)} AS "deputyFor",
      ARRAY(SELECT (CASE r.person_id WHEN me.id THEN r.other_id ELSE r.person_id END)::text FROM declared_relation r
        WHERE me.id IN (r.person_id, r.other_id) AND r.ended_at IS NULL AND r.confirmed_at IS NOT NULL) AS "relatedIds",
      ${also(found).sql} AS also
    FROM me`,
  );
  if (row === undefined) return null;
  const { id, name, number, isHrAdmin, hrDepartmentIds, deputyFor, relatedIds } = row;
  return {
    actor: {
      ...{ employeeId: id, name, number, isHrAdmin, deputyFor },
      hrDepartmentIds: new Set(hrDepartmentIds),
      relatedIds: new Set(relatedIds),
    },
    also: row.also,
  };
}

const nothing = (): SqlValue<null> => ({ sql: Prisma.sql`NULL` });

export async function readActor(token: string, now: Date): Promise<Actor | null> {
  return (await readActorAnd(token, now, nothing))?.actor ?? null;
}

/** The token of the request's cookie, if the cookie is one of ours. */
export async function currentToken(): Promise<string | null> {
  return tokenOfCookie((await cookies()).get(sessionCookieName())?.value);
}

/** Who is asking, read from the database once per request; null without a live session. */
export const currentActor: () => Promise<Actor | null> = cache(async () => {
  const token = await currentToken();
  return token === null ? null : readActor(token, clock.now());
});

/** And back to the page asked for afterwards. */
export async function leadToSignIn(): Promise<never> {
  redirect(signInPath((await headers()).get(pathHeader)));
}
