import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { z } from "zod";
import { readMigrations } from "../../../scripts/database/migration-files";
import { migrate } from "../../../scripts/database/migrations";
import { Refusal } from "../../../scripts/terminal";
import { catalogueOf, emptyDatabase, rowsOf } from "../../support/setup/databases";

const spellings = "one_number_many_spellings";

async function versionBefore(people: readonly (readonly [number: string, name: string])[]) {
  const url = await emptyDatabase();
  const all = await readMigrations();
  const at = all.findIndex(({ name }) => name.endsWith(spellings));
  await migrate(url, { migrations: all.slice(0, at) });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const unit = randomUUID();
  await client.query("INSERT INTO department (id, code, name) VALUES ($1, '1', '部门')", [unit]);
  for (const [number, name] of people)
    await client.query(
      `INSERT INTO employee (id, number, name, department_id, hire_date, status)
         VALUES ($1, $2, $3, $4, '2020-01-01', $5)`,
      [randomUUID(), number, name, unit, name === "走的人" ? "left" : "active"],
    );
  await client.end();
  return url;
}

const person = z.object({ number: z.string(), name: z.string(), number_key: z.string() });
const people = (url: string) =>
  rowsOf(url, person, 'SELECT number, name, number_key FROM employee ORDER BY number COLLATE "C"');

test("people with numbers of their own get their keys; what they are shown with stays", async () => {
  const url = await versionBefore([
    ["Ａ1", "甲"],
    ["b-2", "乙"],
    ["010472", "丙"],
    ["10472", "丁"],
  ]);
  await migrate(url);
  expect(await people(url)).toEqual([
    { number: "010472", name: "丙", number_key: "010472" },
    { number: "10472", name: "丁", number_key: "10472" },
    { number: "b-2", name: "乙", number_key: "b-2" },
    { number: "Ａ1", name: "甲", number_key: "a1" },
  ]);
});

test("people whose numbers are one are named, nothing is changed, and mended it goes on", async () => {
  const url = await versionBefore([
    ["010472", "张三"],
    ["０１０４７２", "李四"],
    ["A1", "王五"],
    ["a1", "走的人"],
    ["77", "独一"],
    ["B2", "显形"],
    ["B\u200b2", "隐形"],
  ]);
  const before = await catalogueOf(url);
  const refused = await migrate(url).catch((error: unknown) => error);
  if (!(refused instanceof Refusal)) throw new Error("not refused");
  expect(refused.zh).toMatch(/工号只有写法不同.*数据库没有改动/s);
  for (const shown of ["张三", "李四", "王五", "走的人 (已离职 left)"])
    expect(refused.zh).toContain(shown);
  expect(refused.zh).not.toContain("独一");
  // Printed as it is, the second would look like the first.
  expect(refused.zh).toContain("    B‹U+200B›2  隐形");
  expect(refused.zh).toMatch(/内置数据库只在网站运行时可以连接.*postgres\.json/);
  expect(refused.en).toMatch(/only while a site runs.*postgres\.json/);
  expect(refused.en).toMatch(/differ only in spelling.*left as it was.*UPDATE employee/s);
  expect(await catalogueOf(url)).toEqual(before);

  const [, id] = /０１０４７２ {2}李四 {2}([0-9a-f-]{36})/.exec(refused.zh) ?? [];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("UPDATE employee SET number = '010472-2' WHERE id = $1", [id]);
  await client.query("UPDATE employee SET number = 'a1-left' WHERE name = '走的人'");
  await client.query("UPDATE employee SET number = 'B3' WHERE name = '隐形'");
  await client.end();
  expect((await migrate(url)).at(0)).toContain(spellings);
  expect((await people(url)).map(({ number_key: key }) => key)).toEqual([
    "010472",
    "010472-2",
    "77",
    "a1",
    "b2",
    "b3",
    "a1-left",
  ]);
});

test("departments whose codes are one are named, nothing is changed, and mended it goes on", async () => {
  const url = await emptyDatabase();
  const all = await readMigrations();
  const at = all.findIndex(({ name }) => name.endsWith("one_code_many_spellings"));
  await migrate(url, { migrations: all.slice(0, at) });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [code, name] of [
    ["HR", "人力"],
    ["ｈｒ", "人事"],
    ["IT", "信息"],
  ])
    await client.query("INSERT INTO department (id, code, name) VALUES ($1, $2, $3)", [
      randomUUID(),
      code,
      name,
    ]);
  const before = await catalogueOf(url);
  const refused = await migrate(url).catch((error: unknown) => error);
  if (!(refused instanceof Refusal)) throw new Error("not refused");
  expect(refused.zh).toMatch(/部门的编码只有写法不同.*数据库没有改动/s);
  for (const shown of ["人力", "人事"]) expect(refused.zh).toContain(shown);
  expect(refused.zh).not.toContain("信息");
  expect(refused.en).toMatch(/differ only in spelling.*left as it was.*UPDATE department/s);
  expect(await catalogueOf(url)).toEqual(before);
  await client.query("UPDATE department SET code = 'hr-2' WHERE name = '人事'");
  await client.end();
  await migrate(url);
  const unit = z.object({ code: z.string(), code_key: z.string() });
  expect(
    await rowsOf(url, unit, "SELECT code, code_key FROM department ORDER BY code_key"),
  ).toEqual([
    { code: "HR", code_key: "hr" },
    { code: "hr-2", code_key: "hr-2" },
    { code: "IT", code_key: "it" },
  ]);
});

test("addresses of people come into the one form; of two that would be one, both stay", async () => {
  const url = await emptyDatabase();
  const all = await readMigrations();
  const at = all.findIndex(({ name }) => name.endsWith("keeps_addresses_in_one_form"));
  await migrate(url, { migrations: all.slice(0, at) });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const unit = randomUUID();
  await client.query("INSERT INTO department (id, code, name) VALUES ($1, '1', '部门')", [unit]);
  const addresses = [
    "ｌin@example.com",
    "zhou\u200b@example.com",
    "a@example.com",
    "ａ@example.com",
    null,
  ];
  for (const [index, email] of addresses.entries())
    await client.query(
      `INSERT INTO employee (id, number, name, email, department_id, hire_date)
         VALUES ($1, $2, '某人', $3, $4, '2020-01-01')`,
      [randomUUID(), String(index), email, unit],
    );
  await migrate(url);
  const kept = z.object({ email: z.string().nullable() });
  const emails = await rowsOf(url, kept, "SELECT email FROM employee ORDER BY number");
  expect(emails.map(({ email }) => email)).toEqual([
    "lin@example.com",
    "zhou@example.com",
    "a@example.com",
    "ａ@example.com",
    null,
  ]);
  const change = (number: string, email: string) =>
    client.query("UPDATE employee SET email = $2 WHERE number = $1", [number, email]);
  await expect(change("4", "ｘ@example.com")).rejects.toThrow(/employee_email_in_one_form/);
  await change("3", "other@example.com");
  await client.end();
});
