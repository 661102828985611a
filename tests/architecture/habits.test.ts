import { describe, expect, test } from "vitest";
import * as habits from "./law/habits";
import { application, everyFile, everySource, read, served } from "./law/source";

const self = (path: string) => path.startsWith("tests/architecture/");
const prose = everyFile.filter((path) => /\.(md|json|sql|prisma|css)$/.test(path)).map(read);
const readable = [...everySource, ...prose].filter(
  ({ path }) => !self(path) && path !== "package-lock.json",
);

describe("house habits", () => {
  test("only lib/env.ts reads process.env", () => {
    expect(habits.environmentReads(served)).toEqual([]);
  });

  test("there are no server actions", () => {
    expect(habits.serverActions(everySource)).toEqual([]);
  });

  test("nothing writes markup past React", () => {
    expect(habits.rawMarkup(application)).toEqual([]);
  });

  test("who asks the database without a person is listed with the reason", () => {
    expect(habits.houseReads(served)).toEqual([]);
  });

  test("no statement of a read writes or locks", () => {
    expect(habits.writesInReads(served)).toEqual([]);
  });

  test("no statement is made of texts but where it is listed", () => {
    expect(habits.rawSql(served)).toEqual([]);
  });

  test("nothing speaks of the workplace", () => {
    expect(habits.workplaceTexts(readable)).toEqual([]);
  });
});

const at = (text: string, path = "lib/people/queries.ts") => [{ path, text }];

describe("the habits' checks see what they look for", () => {
  test.each([
    `process.env.PORT`,
    `process.env["PORT"]`,
    `const { PORT } = process.env`,
    `globalThis.process.env.PORT`,
    `const { env } = process;`,
    `const p = process;`,
    `import { env } from "node:process";`,
    `import.meta.env.PORT`,
  ])("environment: %s", (text) => {
    expect(habits.environmentReads(at(text)).length).toBeGreaterThan(0);
    expect(habits.environmentReads(at(text, "lib/env.ts"))).toEqual([]);
  });

  test("the folder the process stands in is no configuration, nor what Next wrote into the build", () => {
    const text = `path.join(process.cwd(), "messages"); process.env["NEXT_RUNTIME"] === "nodejs";`;
    expect(habits.environmentReads(at(text))).toEqual([]);
  });

  test("server actions, in a file and in a function", () => {
    const text = `"use server";\nexport async function f() { "use server"; }`;
    expect(habits.serverActions(at(text))).toHaveLength(2);
  });

  test.each([
    "<p dangerouslySetInnerHTML={{ __html: words }} />",
    "node.innerHTML = words;",
    `node["outerHTML"] = words;`,
    `node.insertAdjacentHTML("beforeend", words);`,
  ])("raw markup: %s", (text) => {
    expect(habits.rawMarkup(at(text, "components/people/list.tsx"))).toHaveLength(1);
  });

  test.each([
    [`import { asHouse } from "@/lib/db/read";`, "lib/people/queries.ts", 1],
    [`import { asHouse as free } from "@/lib/db/read";`, "lib/access/queries.ts", 1],
    [`asHouse("session", work)`, "lib/access/queries.ts", 1],
    [`const free = asHouse;`, "lib/access/queries.ts", 1],
    [`reads.asHouse("invitation", work)`, "lib/access/queries.ts", 1],
    [`import { asHouse } from "x"; asHouse("invitation", work)`, "lib/access/queries.ts", 0],
  ])("asking as the house: %s in %s", (text, path, found) => {
    expect(habits.houseReads(at(text, path))).toHaveLength(found);
  });

  test.each([
    ["read(actor, (tx) => tx.$queryRaw`DELETE FROM company RETURNING id`)", 1],
    [
      "read(actor, async (db) => { await found((x) => db.$queryRaw<Row[]>`UPDATE cycle SET x = 1`); })",
      1,
    ],
    ["function found(tx: Reading) { return tx.$queryRaw`SELECT id FROM cycle FOR UPDATE`; }", 1],
    ["const found = (tx: Reading) => tx.$queryRaw`INSERT INTO cycle SELECT ${id}`", 1],
    ["read(actor, (tx) => tx.$queryRaw`SELECT updated FROM cycle`)", 0],
    ["inTransaction((tx) => tx.$queryRaw`DELETE FROM company`)", 0],
    ["function lock(tx: Tx) { return tx.$queryRaw`SELECT id FROM cycle FOR UPDATE`; }", 0],
  ])("writing in a read: %s", (text, found) => {
    expect(habits.writesInReads(at(text))).toHaveLength(found);
  });

  test.each([
    ["Prisma.raw(word)", 1],
    [`Prisma["raw"](word)`, 1],
    [`const { raw } = Prisma`, 1],
    [`import { raw } from "@/lib/db/generated/client"`, 1],
    ["tx.$queryRawUnsafe(word)", 1],
    [`tx["$executeRawUnsafe"](word)`, 1],
    ["String.raw`x`", 0],
    ["tx.$queryRaw`SELECT 1`", 0],
  ])("SQL from a text: %s", (text, found) => {
    expect(habits.rawSql(at(text))).toHaveLength(found);
  });

  test("each listed file may do no other than is listed", () => {
    expect(habits.rawSql(at("Prisma.raw(a)", "lib/appraisal/where.ts"))).toEqual([]);
    expect(habits.rawSql(at("Prisma.raw(a)", "lib/auth/attempts/throttle.ts"))).toHaveLength(1);
    expect(habits.rawSql(at("tx.$queryRawUnsafe(a)", "lib/appraisal/where.ts"))).toHaveLength(1);
  });

  test("the workplace", () => {
    const text = ["see /work", "shared/domain.md"].join("/");
    expect(habits.workplaceTexts(at(`// ${text}`))).toHaveLength(1);
  });
});
