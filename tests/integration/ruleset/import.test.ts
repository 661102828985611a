import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { importFramework, importPolicy } from "@/lib/ruleset/commands";
import { previewImport } from "@/lib/ruleset/queries";
import { importDocumentSchema } from "@/lib/ruleset/schema";
import { IMPORT_BYTES } from "@/lib/ruleset/types";
import { newestFramework, newestPolicy } from "@/lib/ruleset/store";
import { parseInput } from "@/lib/commands/request";
import { documentChanges, type FrameworkDocument, type PolicyDocument } from "@/lib/scoring";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;
let framework: FrameworkDocument;
let policy: PolicyDocument;

beforeAll(async () => {
  company = await buildCompany();
  const [first] = frameworkPresets;
  const [classic] = policyPresets;
  if (first === undefined || classic === undefined) throw new Error("no presets");
  framework = first;
  policy = classic;
});

const admin = () => company.context("hrAdmin");
const bringFramework = (document: unknown) =>
  importFramework(admin(), { text: JSON.stringify(document) });
const bringPolicy = (document: unknown) =>
  importPolicy(admin(), { text: JSON.stringify(document) });

const renamed = <D extends FrameworkDocument | PolicyDocument>(document: D, key: string): D => ({
  ...document,
  key,
});

async function footprint() {
  const tx = database();
  return {
    versions: await tx.frameworkVersion.count(),
    policies: await tx.policyVersion.count(),
    keys: (await tx.framework.count()) + (await tx.policy.count()),
    events: await tx.recordedEvent.count(),
  };
}

describe("a framework", () => {
  test("of a new key becomes version 1, word for word", async () => {
    const document = renamed(framework, "new-framework");
    const outcome = await bringFramework(document);
    expect(outcome).toMatchObject({ ok: true, value: { version: 1, made: true } });
    const stored = await newestFramework(database(), "new-framework");
    expect(documentChanges(document, stored?.document)).toEqual([]);
  });

  test("of a known key becomes the next version; the one before stays as it was", async () => {
    const document = renamed(framework, "grows");
    await bringFramework(document);
    const before = await newestFramework(database(), "grows");
    const next = { ...document, name: { zh: "新名字", en: "New name" } };
    expect(await bringFramework(next)).toMatchObject({ ok: true, value: { version: 2 } });
    const rows = await database().frameworkVersion.findMany({
      where: { framework: { key: "grows" } },
      orderBy: { version: "asc" },
      select: { id: true, name: true, _count: { select: { values: true } } },
    });
    expect(rows).toMatchObject([
      { id: before?.versionId, name: framework.name, _count: { values: 6 } },
      { name: next.name, _count: { values: 6 } },
    ]);
  });

  test("may have values without rungs, a cap, and every optional part", async () => {
    const [value] = framework.values;
    if (value === undefined) throw new Error("no value");
    const document: FrameworkDocument = {
      key: "of-all-kinds",
      edition: "一",
      name: { zh: "各样", en: "All kinds" },
      description: { zh: "“引号” 'single' \\ 反斜杠\n换行 🀄", en: 'quotes " and \\ and 🀄' },
      values: [
        { ...value, key: "bare", rungs: [] },
        { ...value, key: "capped", cap: 7 },
        { ...value, key: "free", gated: false, cap: 1 },
      ],
    };
    expect(await bringFramework(document)).toMatchObject({ ok: true });
    const stored = await newestFramework(database(), "of-all-kinds");
    expect(documentChanges(document, stored?.document)).toEqual([]);
  });

  test.each(frameworkPresets.map((preset) => [preset.key, preset] as const))(
    "%s goes out and comes in without a change",
    async (key, preset) => {
      const copy = renamed(preset, `copy-${key}`);
      expect(await bringFramework(copy)).toMatchObject({ ok: true, value: { made: true } });
      const stored = await newestFramework(database(), copy.key);
      expect(stored?.document).toEqual(copy);
    },
  );
});

describe("a policy", () => {
  test("becomes the next version and is read back word for word", async () => {
    const document: PolicyDocument = {
      ...policy,
      key: "grows",
      assumed: [{ path: "/bands/0/from", note: { zh: "缺字", en: "lost" } }],
      year: { proposal: "half-point", trend: true, settledBySecondLevelAndHr: true },
    };
    expect(await bringPolicy(document)).toMatchObject({ ok: true, value: { version: 1 } });
    const next = { ...document, stepHalfPoints: 2 };
    expect(await bringPolicy(next)).toMatchObject({ ok: true, value: { version: 2 } });
    const stored = await newestPolicy(database(), "grows");
    expect(stored?.document).toEqual(next);
  });

  test("of a framework's key does not disturb that framework", async () => {
    const before = await newestFramework(database(), framework.key);
    await bringPolicy(renamed(policy, framework.key));
    expect(await newestFramework(database(), framework.key)).toEqual(before);
  });
});

describe("the same again", () => {
  test("makes no version and no event, whatever the order of its fields", async () => {
    const document = renamed(policy, "twice");
    await bringPolicy(document);
    const before = await footprint();
    const turned = Object.fromEntries(Object.entries(document).reverse());
    expect(await bringPolicy(turned)).toMatchObject({
      ok: true,
      value: { version: 1, made: false },
    });
    expect(await footprint()).toEqual(before);
  });

  test("as an older version is a new version: the newest says something else", async () => {
    const document = renamed(policy, "back");
    await bringPolicy(document);
    await bringPolicy({ ...document, stepHalfPoints: 2 });
    expect(await bringPolicy(document)).toMatchObject({
      ok: true,
      value: { version: 3, made: true },
    });
  });
});

describe("at once", () => {
  test("two different documents give two versions", async () => {
    const document = renamed(framework, "race");
    const outcomes = await Promise.all(
      ["甲", "乙"].map((zh) => bringFramework({ ...document, name: { zh, en: zh } })),
    );
    expect(outcomes.map((o) => (o.ok ? o.value.version : 0)).sort()).toEqual([1, 2]);
    const count = await database().frameworkVersion.count({
      where: { framework: { key: "race" } },
    });
    expect(count).toBe(2);
  });

  test("eight times the same gives one", async () => {
    const document = renamed(policy, "race");
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => bringPolicy(document)));
    expect(outcomes.filter((o) => o.ok && o.value.made)).toHaveLength(1);
    expect(outcomes.every((o) => o.ok && o.value.version === 1)).toBe(true);
  });
});

test("is written down with who, what and which version, without its words", async () => {
  const outcome = await bringPolicy(renamed(policy, "logged"));
  const event = await database().recordedEvent.findFirst({
    where: { kind: "ruleset.imported" },
    orderBy: { id: "desc" },
  });
  expect(event).toMatchObject({
    actorId: company.ids.hrAdmin,
    payload: {
      ...{ ruleset: "policy", key: "logged", version: 1 },
      versionId: outcome.ok ? outcome.value.versionId : "",
    },
  });
});

describe("a refused document changes nothing", () => {
  const broken = () => {
    const copy = structuredClone(framework);
    const [first, second] = copy.values;
    if (first === undefined || second === undefined) throw new Error("no values");
    first.rungs.splice(1, 1);
    second.key = first.key;
    return { ...copy, colour: "red", name: { zh: "", en: 5 } };
  };

  test("and every fault is reported with its place", async () => {
    const before = await footprint();
    const outcome = await bringFramework(broken());
    expect(outcome).toMatchObject({
      ok: false,
      code: "invalid_input",
      fields: { text: { code: "document_faulty" } },
    });
    const shown = !outcome.ok && outcome.code === "invalid_input" ? outcome.data : null;
    const places = shown?.faults.map(({ path, code }) => `${path.join("/")} ${code}`);
    expect(places?.sort()).toEqual([
      "colour unknown-key",
      "name/en wrong-type",
      "name/zh text-blank",
      "values/0/rungs/1/point rungs-not-consecutive",
      "values/0/rungs/2/point rungs-not-consecutive",
      "values/0/rungs/3/point rungs-not-consecutive",
      "values/1/key value-key-repeated",
    ]);
    expect(shown?.count).toBe(7);
    expect(await footprint()).toEqual(before);
  });

  test("by the preview alike", async () => {
    const text = JSON.stringify(broken());
    const imported = await importFramework(admin(), { text });
    expect(await previewImport(admin(), { kind: "framework", text })).toEqual(imported);
  });

  test.each([
    ["no JSON", "{", "not-json"],
    ["nothing but a list", "[]", "wrong-type"],
    ["a field twice", '{"key":"a","key":"b"}', "key-repeated"],
    ["a depth without end", "[".repeat(100_000), "too-deep"],
    ["the character 0", '{"key":"a","name":{"zh":"a\\u0000b"}}', "text-unreadable"],
    ["half a surrogate", '{"key":"a","name":{"zh":"a\\ud800b"}}', "text-unreadable"],
    ["a key with a quote", '{"key":"a\\"b"}', "key-malformed"],
    ["a name of JavaScript's", '{"__proto__":{"key":"a"}}', "unknown-key"],
    ["a figure without end", '{"stepHalfPoints":1e999}', "not-allowed"],
  ])("%s", async (_, text, code) => {
    const before = await footprint();
    const outcome = await importPolicy(admin(), { text });
    const shown = !outcome.ok && outcome.code === "invalid_input" ? outcome.data : null;
    expect(shown?.faults.map((fault) => fault.code)).toContain(code);
    expect(await footprint()).toEqual(before);
  });

  test("tens of thousands of faults are counted, and a thousand reported", async () => {
    const text = JSON.stringify({ values: Array.from({ length: 2_000 }, () => ({ a: 1 })) });
    const outcome = await importFramework(admin(), { text });
    const shown = !outcome.ok && outcome.code === "invalid_input" ? outcome.data : null;
    if (!shown) throw new Error("refused without faults");
    expect(shown.faults.length).toBeLessThanOrEqual(1_000);
    expect(shown.count).toBeGreaterThanOrEqual(shown.faults.length);
  });
});

describe("the text itself", () => {
  test.each([
    ["nothing", "", "required"],
    ["too much, counted in bytes", "字".repeat(IMPORT_BYTES / 3 + 1), "document_too_large"],
  ])("%s", (_, text, code) => {
    expect(parseInput(importDocumentSchema, { text })).toMatchObject({
      ok: false,
      fields: { text: { code } },
    });
  });

  test("as much as is allowed", () => {
    const text = "字".repeat(IMPORT_BYTES / 3);
    expect(parseInput(importDocumentSchema, { text })).toMatchObject({ ok: true });
  });

  test.each(["a\u0000b", "a\ud800b"])("with a character no database holds", (text) => {
    expect(parseInput(importDocumentSchema, { text })).toMatchObject({
      fields: { text: { code: "broken_text" } },
    });
  });
});

test.each(["ceo", "hrPartner", "manager", "employee"] as const)("is shut to %s", async (person) => {
  const context = company.context(person);
  const before = await footprint();
  const text = JSON.stringify(renamed(framework, "by-others"));
  const refused = { ok: false, code: "not_found" };
  expect(await importFramework(context, { text })).toEqual(refused);
  expect(await importPolicy(context, { text: "{" })).toEqual(refused);
  expect(await previewImport(context, { kind: "framework", text })).toEqual(refused);
  expect(await footprint()).toEqual(before);
});
