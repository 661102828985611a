import { beforeEach, describe, expect, test, vi } from "vitest";
import { statementName, withFittingStatements } from "@/lib/db/statements";

const nameOf = (sql: string, parameters = 1) =>
  statementName({ sql, args: Array.from({ length: parameters }, () => 1) });

/** What a changed column does; names begin anew. */
async function startAnew(code = "0A000") {
  let failed = false;
  await withFittingStatements(() => {
    if (failed) return Promise.resolve();
    failed = true;
    return Promise.reject(Object.assign(new Error("outdated"), { code }));
  });
}

beforeEach(() => startAnew());

const named = (texts: readonly string[], parameters?: number) =>
  texts.filter((sql) => nameOf(sql, parameters) !== "");
const texts = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at + 1));
const list = (length: number) => texts(length, (at) => `$${at}`).join(",");

describe("the name a connection keeps a statement under", () => {
  test("is its own and stays the same", () => {
    const [first, second] = [nameOf("SELECT 1"), nameOf("SELECT 2")];
    expect(first).not.toBe(second);
    expect(nameOf("SELECT 1")).toBe(first);
  });

  test.each(["0A000", "26000", "42P05"])(
    "is a new one once it no longer fits: %s",
    async (code) => {
      const before = nameOf("SELECT 1");
      await startAnew(code);
      expect(nameOf("SELECT 1")).not.toBe(before);
    },
  );

  test("tells the text, so that no other instance means another statement by it", async () => {
    const before = nameOf("SELECT 1").split("_").at(-1);
    await startAnew();
    nameOf("SELECT 2");
    expect(nameOf("SELECT 1").split("_").at(-1)).toBe(before);
  });

  test("is forgotten in every copy of the module a build makes", async () => {
    const before = nameOf("SELECT 1");
    vi.resetModules();
    const copy = await import("@/lib/db/statements");
    expect(copy.statementName).not.toBe(statementName);
    expect(copy.statementName({ sql: "SELECT 1", args: [] })).toBe(before);
    await startAnew();
    expect(copy.statementName({ sql: "SELECT 1", args: [] })).not.toBe(before);
  });

  test("is given to 300 statements, which keep it, and to no other", () => {
    const many = texts(310, (at) => `SELECT ${at}`);
    expect(named(many)).toEqual(many.slice(0, 300));
    expect(named(many)).toEqual(many.slice(0, 300));
  });

  test("is not given to a long list", () => {
    expect(nameOf(`SELECT 1 WHERE id IN (${list(24)})`, 24)).not.toBe("");
    expect(nameOf(`SELECT 1 WHERE id IN (${list(25)})`, 25)).toBe("");
  });

  test.each([
    ["a list", (at: number) => `SELECT 1 WHERE id IN (${list(at)})`],
    [
      "a list with more behind it",
      (at: number) => `SELECT 1 WHERE id IN (${list(at)}) LIMIT $${at + 1}`,
    ],
    ["rows", (at: number) => `INSERT INTO t VALUES ${texts(at, () => "($1, $2)").join(", ")}`],
  ])("is given to four lengths of %s, so that others keep their places", (_, text) => {
    expect(named(texts(20, text))).toHaveLength(4);
    expect(nameOf("SELECT 1")).not.toBe("");
  });
});
