import { describe, expect, test } from "vitest";
import { fitsTransaction, lineAt, splitStatements } from "../../../scripts/database/statements";

const texts = (sql: string) => splitStatements(sql).map(({ text }) => text);

describe("splitStatements", () => {
  test("cuts at semicolons and names the line of each first word", () => {
    expect(splitStatements("CREATE TABLE a (b int);\n\n-- why\n  DROP TABLE a;\n")).toEqual([
      { text: "CREATE TABLE a (b int)", line: 1 },
      { text: "DROP TABLE a", line: 4 },
    ]);
  });

  test("the last one needs no semicolon; a script of comments has none", () => {
    expect(texts("SELECT 1;SELECT 2")).toEqual(["SELECT 1", "SELECT 2"]);
    expect(texts("-- nothing; here\n/* nor; here */ ;\n")).toEqual([]);
    expect(texts("")).toEqual([]);
  });

  test.each([
    "SELECT ';', 'it''s;', E'\\';'",
    'SELECT 1 AS "a;""b;"',
    "SELECT 1 -- one; two\n + 1",
    "SELECT /* one; two */ 1",
    "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$",
    "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $body$ SELECT $$a;b$$; $body$",
  ])("keeps together %s", (sql) => {
    expect(texts(`${sql};SELECT 2`)).toEqual([sql, "SELECT 2"]);
  });
});

describe("fitsTransaction", () => {
  test.each([
    "BEGIN",
    "start transaction",
    "COMMIT",
    "CREATE UNIQUE INDEX CONCURRENTLY i ON a (b)",
    "/* why */ DROP INDEX concurrently i",
    "VACUUM a",
    "CREATE DATABASE a",
  ])("%s does not", (sql) => {
    expect(fitsTransaction(sql)).toBe(false);
  });

  test.each([
    "CREATE INDEX i ON a (b)",
    "ALTER TYPE t ADD VALUE 'begin'",
    "INSERT INTO a VALUES ('CONCURRENTLY') -- CONCURRENTLY",
    'CREATE TABLE beginning ("concurrently" int)',
    "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$",
  ])("%s does", (sql) => {
    expect(fitsTransaction(sql)).toBe(true);
  });
});

test("lineAt counts from the line of the statement; positions count characters from 1", () => {
  const statement = { text: "SELECT '𠮷',\n  b\nFROM a", line: 7 };
  expect(lineAt(statement, 1)).toBe(7);
  expect(lineAt(statement, 12)).toBe(7);
  expect(lineAt(statement, 13)).toBe(8);
  expect(lineAt(statement, 17)).toBe(9);
});
