import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { personOf } from "./people";

/** What the tests look up or compare in the site's own database; they change nothing there behind its back, but for what time alone would do. */

let pool: pg.Pool | undefined;

function connection(): pg.Pool {
  const connectionString = process.env["TONGGUAN_E2E_DATABASE_URL"];
  if (connectionString === undefined) throw new Error("TONGGUAN_E2E_DATABASE_URL is not set");
  return (pool ??= new pg.Pool({ connectionString, max: 2, allowExitOnIdle: true }));
}

async function query<T>(row: z.ZodType<T>, sql: string, values: unknown[] = []) {
  const { rows } = await connection().query(sql, values);
  return z.array(row).parse(rows);
}

export interface DemoAppraisal {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

const appraisalRow = z.object({ id: z.string(), version: z.number(), state: z.string() });

async function one(sql: string, key: string): Promise<DemoAppraisal> {
  const [row] = await query(appraisalRow, sql, [personOf(key).number]);
  if (row === undefined) throw new Error(`${key} has no such appraisal`);
  return row;
}

const ofPerson = `SELECT a.id, a.version, a.state::text AS state FROM appraisal a
  JOIN employee e ON e.id = a.employee_id JOIN cycle c ON c.id = a.cycle_id WHERE e.number = $1`;

/** Somebody's appraisal of the quarter the demo company is in. */
export function appraisalOf(key: string): Promise<DemoAppraisal> {
  return one(`${ofPerson} AND c.state = 'open' ORDER BY c.year, c.quarter LIMIT 1`, key);
}

/** The same of the last closed quarter. */
export function closedAppraisalOf(key: string): Promise<DemoAppraisal> {
  const order = "ORDER BY c.year DESC, c.quarter DESC LIMIT 1";
  return one(`${ofPerson} AND c.state = 'closed' ${order}`, key);
}

const cycleRow = z.object({ id: z.string(), version: z.number() });

/** The first version of a framework or policy, which no test makes anew. */
export async function versionOf(kind: "framework" | "policy", key: string): Promise<string> {
  const sql = `SELECT v.id FROM ${kind}_version v JOIN ${kind} k ON k.id = v.${kind}_id
    WHERE k.key = $1 ORDER BY v.version LIMIT 1`;
  const [row] = await query(idRow, sql, [key]);
  if (row === undefined) throw new Error(`no ${kind} ${key}`);
  return row.id;
}

/** How many versions there are of a framework or policy. */
export async function versionsOf(kind: "framework" | "policy", key: string): Promise<number> {
  const sql = `SELECT max(v.version) AS version FROM ${kind}_version v
    JOIN ${kind} k ON k.id = v.${kind}_id WHERE k.key = $1`;
  const [row] = await query(z.object({ version: z.number() }), sql, [key]);
  if (row === undefined) throw new Error(`no ${kind} ${key}`);
  return row.version;
}

/** The running quarter, or the one closed last. */
export async function cycleIn(state: "open" | "closed") {
  const order = state === "open" ? "ASC" : "DESC";
  const sql = `SELECT id, version FROM cycle WHERE state = '${state}'
    ORDER BY year ${order}, quarter ${order} LIMIT 1`;
  const [row] = await query(cycleRow, sql);
  if (row === undefined) throw new Error(`no ${state} cycle`);
  return row;
}

const idRow = z.object({ id: z.string() });

export async function idOf(key: string): Promise<string> {
  const sql = "SELECT id FROM employee WHERE number = $1";
  const [row] = await query(idRow, sql, [personOf(key).number]);
  if (row === undefined) throw new Error(`${key} is not in the database`);
  return row.id;
}

export async function departmentOf(code: string): Promise<string> {
  const [row] = await query(idRow, "SELECT id FROM department WHERE code = $1", [code]);
  if (row === undefined) throw new Error(`no department ${code}`);
  return row.id;
}

/** A link to whoever benefited from a value of a sheet that has expired; gives its token. */
export async function expiredLink(appraisalId: string, valueKey: string): Promise<string> {
  const token = randomUUID();
  const hash = createHash("sha256").update(token).digest("hex");
  await connection().query(
    `INSERT INTO beneficiary_link (id, token_hash, appraisal_id, value_key, question, by_id, at, expires_at)
     SELECT gen_random_uuid(), $1, $2, $3, question, by_id, now() - interval '8 days', now() - interval '1 day'
     FROM beneficiary_link WHERE appraisal_id = $2 LIMIT 1`,
    [hash, appraisalId, valueKey],
  );
  return token;
}

const wordsRow = z.object({ words: z.string() });

/** The employee's own cases as the server has them, one of their texts each. */
export async function textOf(appraisalId: string, field: "title" | "happened" | "action") {
  const sql = `SELECT ${field} AS words FROM appraisal_case
    WHERE appraisal_id = $1 AND side = 'self' ORDER BY ${field}`;
  return (await query(wordsRow, sql, [appraisalId])).map(({ words }) => words);
}

const anyId = async (sql: string): Promise<string> => {
  const [row] = await query(idRow, sql);
  if (row === undefined) throw new Error(`nothing found by ${sql}`);
  return row.id;
};

/** Ids that stand for something real, for commands that name them. */
export async function realIds() {
  return {
    grantId: await anyId("SELECT id FROM role_grant ORDER BY id LIMIT 1"),
    frameworkVersionId: await anyId("SELECT framework_version_id AS id FROM cycle LIMIT 1"),
    policyVersionId: await anyId("SELECT policy_version_id AS id FROM cycle LIMIT 1"),
  };
}

/** A policy version the closed cycles were not scored by. */
export function otherPolicy(): Promise<string> {
  return anyId(`SELECT id FROM policy_version
    WHERE id NOT IN (SELECT policy_version_id FROM cycle) ORDER BY created_at, id LIMIT 1`);
}

const tables = [
  ["appraisal", "id"],
  ["judgement", "appraisal_id"],
  ["appraisal_case", "appraisal_id"],
  ["value_score", "appraisal_id"],
  ["submission", "appraisal_id"],
  ["return_note", "appraisal_id"],
  ["second_level_decision", "appraisal_id"],
  ["hr_verification", "appraisal_id"],
  ["approval", "appraisal_id"],
  ["interview", "appraisal_id"],
  ["acknowledgement", "appraisal_id"],
] as const;

const hashRow = z.object({ hash: z.string().nullable(), count: z.number() });

async function hashOf(table: string, where: string, values: unknown[]) {
  const sql = `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash, count(*)::int AS count
    FROM ${table} t WHERE ${where}`;
  const [row] = await query(hashRow, sql, values);
  return row;
}

/**
 * Everything of one appraisal in short, for "nothing changed". That HR looked at a sheet is recorded on purpose, so
 * looking does not count as a change.
 */
export async function footprintOf(appraisalId: string): Promise<unknown> {
  const entries = tables.map(async ([table, column]) => [
    table,
    await hashOf(table, `t.${column} = $1`, [appraisalId]),
  ]);
  const shown = await hashOf("audit_event", "t.appraisal_id = $1 AND t.kind <> 'hr.opened'", [
    appraisalId,
  ]);
  return Object.fromEntries([...(await Promise.all(entries)), ["audit_event", shown]]);
}

/** An edition that only documents nobody may import have. */
export const REFUSED_EDITION = "refused";

/**
 * The same for people, departments, roles, invitations and cycles; without what other tests put in beside: people with
 * letters in their number, invitations of others than `employeeId`.
 */
export async function houseFootprint(employeeId: string): Promise<unknown> {
  const house: readonly (readonly [string, string, unknown[]])[] = [
    ["employee", "t.number ~ '^[0-9]+$'", []],
    ["department", "true", []],
    ["role_grant", "true", []],
    ["invitation", "t.employee_id = $1", [employeeId]],
    ["cycle", "true", []],
    ["stage_window", "true", []],
    // Other tests import versions at the same time.
    ["framework_version", "t.edition = $1", [REFUSED_EDITION]],
    ["policy_version", "t.document->>'edition' = $1", [REFUSED_EDITION]],
  ];
  const entries = house.map(async ([table, where, values]) => [
    table,
    await hashOf(table, where, values),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}
