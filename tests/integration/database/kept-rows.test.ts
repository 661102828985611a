import pg from "pg";
import { expect, test } from "vitest";
import { z } from "zod";
import { readMigrations } from "../../../scripts/database/migration-files";
import { migrate } from "../../../scripts/database/migrations";
import { emptyDatabase, rowsOf } from "../../support/setup/databases";

/** The database as it was before one migration, with rows whose references are not looked at. */
async function before(name: string, rows: readonly string[]): Promise<string> {
  const url = await emptyDatabase();
  const all = await readMigrations();
  const index = all.findIndex((migration) => migration.name.endsWith(name));
  await migrate(url, { migrations: all.slice(0, index) });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("SET session_replication_role = replica");
  for (const row of rows) await client.query(row);
  await client.end();
  return url;
}

const verification = z.object({ round: z.number(), comment: z.string(), verdict: z.string() });

test("reviews written before they were kept one after another stay as they were", async () => {
  const insert = `INSERT INTO hr_verification
    (id, appraisal_id, round, value_key, half_points, verdict, case_reason, comment, by_id, at) VALUES`;
  const appraisal = "11111111-1111-4111-8111-111111111111";
  const row = (round: number, verdict: string, reason: string, comment: string) =>
    `${insert} (gen_random_uuid(), '${appraisal}', ${String(round)}, 'integrity', 2, '${verdict}', ${reason},
      '${comment}', '${appraisal}', '2026-10-01')`;
  const url = await before("_keeps_every_review", [
    row(2, "confirmed", "NULL", "now there"),
    row(1, "returned", "'insufficient'", "too thin"),
  ]);
  await migrate(url);
  const order = "ORDER BY round, sequence";
  const kept = `SELECT round, comment, verdict::text FROM hr_verification ${order}`;
  expect(await rowsOf(url, verification, kept)).toEqual([
    { round: 1, comment: "too thin", verdict: "returned" },
    { round: 2, comment: "now there", verdict: "confirmed" },
  ]);
});

test("dates written before they had bounds stay; later ones are kept within them", async () => {
  const id = "11111111-1111-4111-8111-111111111111";
  const held = (day: string) => `INSERT INTO interview
    (appraisal_id, held_on, good, short, direction, minutes, recorded_by_id, recorded_at)
    VALUES (gen_random_uuid(), '${day}', '', '', '', '', '${id}', now())`;
  const url = await before("_bounds_dates", [held("0001-01-01")]);
  await migrate(url);
  const rows = "SELECT held_on::text AS day FROM interview";
  expect(await rowsOf(url, z.object({ day: z.string() }), rows)).toEqual([{ day: "0001-01-01" }]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("SET session_replication_role = replica");
  for (const day of ["1949-12-31", "2201-01-01"])
    await expect(client.query(held(day))).rejects.toThrow("interview_held_on_bounds");
  await client.query("UPDATE interview SET minutes = 'as it was held'");
  await expect(client.query("UPDATE interview SET held_on = '0002-01-01'")).rejects.toThrow(
    "interview_held_on_bounds",
  );
  await client.query(held("2026-11-21"));
  await client.end();
});

test("a sheet is held by whom its participant named, in a closed cycle, too", async () => {
  const uuid = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`;
  const cycle = (state: string) => `INSERT INTO cycle
    (id, year, quarter, state, framework_version_id, policy_version_id, opened_at, opened_by_id, closed_at) VALUES
    ('${uuid(9)}', 2026, 3, '${state}', '${uuid(9)}', '${uuid(9)}', now(), '${uuid(9)}', now())`;
  const participant = `INSERT INTO participant
    (id, cycle_id, employee_id, manager_id, second_level_id, approver_id, hr_partner_id, department_id, division_id) VALUES
    ('${uuid(8)}', '${uuid(9)}', '${uuid(1)}', '${uuid(2)}', '${uuid(3)}', NULL, '${uuid(4)}', '${uuid(5)}', '${uuid(6)}')`;
  const sheet = `INSERT INTO appraisal (id, participant_id, cycle_id, employee_id, state_since) VALUES
    ('${uuid(7)}', '${uuid(8)}', '${uuid(9)}', '${uuid(1)}', now())`;
  const people = [1, 2, 3, 4, 9].map(
    (digit) => `INSERT INTO employee (id, number, number_key, name, department_id, hire_date) VALUES
      ('${uuid(digit)}', '${String(digit)}', '${String(digit)}', '某人', '${uuid(5)}', '2020-01-01')`,
  );
  const units = [5, 6].map(
    (digit) => `INSERT INTO department (id, code, name) VALUES
      ('${uuid(digit)}', '${String(digit)}', '部门')`,
  );
  const rows = [...units, ...people, cycle("closed"), participant, sheet];
  const url = await before("_holders_stand_on_the_sheet", rows);
  await migrate(url);
  const found = `SELECT array_to_json(ARRAY[manager_id, second_level_id, approver_id, hr_partner_id, department_id,
    division_id]) AS held FROM appraisal`;
  expect(await rowsOf(url, z.object({ held: z.array(z.string().nullable()) }), found)).toEqual([
    { held: [uuid(2), uuid(3), null, uuid(4), uuid(5), uuid(6)] },
  ]);
});
