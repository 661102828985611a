import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { previewOpening, readCycleOptions } from "@/lib/cycle/queries";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { importFramework, importPolicy } from "@/lib/ruleset/commands";
import {
  exportFramework,
  exportPolicy,
  listFrameworks,
  listPolicies,
  previewImport,
  viewFramework,
  viewPolicy,
} from "@/lib/ruleset/queries";
import { IMPORT_BYTES, importSize } from "@/lib/ruleset/types";
import type { FrameworkDocument, PolicyDocument } from "@/lib/scoring";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;
let framework: FrameworkDocument;
let policy: PolicyDocument;

beforeAll(async () => {
  company = await buildCompany();
  const [first] = frameworkPresets;
  const [classic] = policyPresets;
  if (first === undefined || classic === undefined) throw new Error("no presets");
  framework = { ...first, key: "viewed" };
  policy = { ...classic, key: "viewed" };
});

const admin = () => company.context("hrAdmin");
const actor = () => admin().actor;

async function bring(document: FrameworkDocument | PolicyDocument): Promise<string> {
  const text = JSON.stringify(document);
  const outcome =
    "values" in document
      ? await importFramework(admin(), { text })
      : await importPolicy(admin(), { text });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.versionId;
}

describe("the lists", () => {
  test("tell the newest version, its size and how many cycles stand on any version", async () => {
    await bring(framework);
    const id = await bring({ ...framework, values: framework.values.slice(0, 2) });
    const all = await listFrameworks(actor());
    expect(all?.find(({ key }) => key === "viewed")).toMatchObject({
      ...{ versionId: id, version: 2, values: 2, rungs: 10, maxTotal: 20, cycles: 0 },
      ...{ origin: "own", scorable: true, assumed: 2 },
    });
    const pinned = company.ruleset.framework.key;
    expect(all?.find(({ key }) => key === pinned)?.cycles).toBe(1);
  });

  test("begin with the presets in the order they are shipped and mark them", async () => {
    const [first] = frameworkPresets;
    const all = await listFrameworks(actor());
    expect(all?.[0]).toMatchObject({ key: first?.key, origin: "shipped" });
    const policies = await listPolicies(actor());
    expect(policies?.[0]).toMatchObject({ key: "classic", origin: "shipped", cycles: 1 });
  });

  test("tell which cannot be scored yet and which preset says something else", async () => {
    const [second] = frameworkPresets.slice(1);
    if (second === undefined) throw new Error("no preset");
    const bare = { ...framework, key: "bare", values: [{ ...framework.values[0], rungs: [] }] };
    await importFramework(admin(), { text: JSON.stringify(bare) });
    await bring({ ...second, edition: "ours" });
    const all = await listFrameworks(actor());
    expect(all?.find(({ key }) => key === "bare")).toMatchObject({ scorable: false, maxTotal: 0 });
    expect(all?.find(({ key }) => key === second.key)).toMatchObject({ origin: "edited" });
  });
});

describe("one version", () => {
  test("stands beside the others and says what differs from the one before, or from another", async () => {
    const first = await bring({ ...policy, key: "compared" });
    const second = await bring({ ...policy, key: "compared", stepHalfPoints: 2 });
    const third = await bring({ ...policy, key: "compared", stepHalfPoints: 2, edition: "三" });
    const changed = { kind: "changed", path: ["stepHalfPoints"], before: 1, after: 2 };
    const edition = { kind: "added", path: ["edition"], after: "三" };
    const edited =
      policy.edition === undefined
        ? edition
        : { kind: "changed", path: ["edition"], before: policy.edition, after: "三" };
    const newest = await viewPolicy(actor(), third);
    expect(newest?.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(newest?.compared).toMatchObject({ version: 2, changes: [edited] });
    expect((await viewPolicy(actor(), third, 1))?.compared?.changes).toHaveLength(2);
    expect((await viewPolicy(actor(), second))?.compared).toMatchObject({
      version: 1,
      changes: [changed],
    });
    expect((await viewPolicy(actor(), first))?.compared?.version).toBe(2);
    expect((await viewPolicy(actor(), third, 99))?.compared?.version).toBe(2);
  });

  test("that is the only one is compared with nothing", async () => {
    const id = await bring({ ...framework, key: "alone" });
    expect(await viewFramework(actor(), id)).toMatchObject({ compared: null, cycles: [] });
  });

  test("names the cycles that pin it", async () => {
    const cycle = await database().cycle.findUniqueOrThrow({ where: { id: company.cycleId } });
    const { id, year, quarter, frameworkVersionId, policyVersionId } = cycle;
    const pinned = [{ id, year, quarter }];
    expect((await viewFramework(actor(), frameworkVersionId))?.cycles).toEqual(pinned);
    expect((await viewPolicy(actor(), policyVersionId))?.cycles).toEqual(pinned);
  });

  test("that is not there is not found", async () => {
    expect(await viewFramework(actor(), randomUUID())).toBeNull();
    expect(await viewPolicy(actor(), randomUUID())).toBeNull();
  });

  test.each(["framework_version", "value", "rung", "policy_version"])(
    "never changes once written: %s",
    async (table) => {
      const tx = database();
      await expect(
        tx.$executeRawUnsafe(`UPDATE ${table} SET ${changeable[table]}`),
      ).rejects.toThrow();
      await expect(tx.$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow();
    },
  );
});

const changeable: Readonly<Record<string, string>> = {
  framework_version: "edition = 'x'",
  value: "position = position",
  rung: "assumed = true",
  policy_version: "document = '{}'",
};

describe("the file", () => {
  test("is named by key and version and comes in again as the same", async () => {
    const id = await bring({ ...framework, key: "filed" });
    const file = await exportFramework(actor(), id);
    expect(file?.name).toBe("filed-v1.json");
    const again = await importFramework(admin(), { text: file?.text ?? "" });
    expect(again).toEqual({ ok: true, value: { versionId: id, version: 1, made: false } });
  });

  test("of a policy, too", async () => {
    const id = await bring({ ...policy, key: "filed" });
    const file = await exportPolicy(actor(), id);
    expect(JSON.parse(file?.text ?? "")).toEqual({ ...policy, key: "filed" });
  });

  test("leaves its indentation out when only so it is small enough to come in again", async () => {
    const [value] = framework.values;
    if (value === undefined) throw new Error("no value");
    const short = { zh: "短", en: "s" };
    const rung = { ...value.rungs[0], ...{ statement: short, meaning: short } };
    const rungs = Array.from({ length: 20 }, (_, index) => {
      const hints = Array.from({ length: 12 }, () => short);
      return { ...rung, point: index + 1, supports: hints, breaks: hints };
    });
    const values = Array.from({ length: 20 }, (_, index) => ({
      ...value,
      key: `v${index}`,
      rungs,
    }));
    const text = JSON.stringify({ ...framework, key: "large", values });
    expect(importSize(text)).toBeGreaterThan(IMPORT_BYTES);
    const some = JSON.stringify({ ...framework, key: "large", values: values.slice(0, 10) });
    expect(importSize(some)).toBeLessThan(IMPORT_BYTES);
    const outcome = await importFramework(admin(), { text: some });
    if (!outcome.ok) throw new Error("refused");
    const file = await exportFramework(actor(), outcome.value.versionId);
    expect(importSize(file?.text ?? "")).toBeLessThan(IMPORT_BYTES);
    expect(file?.text).not.toContain("\n");
  });
});

test("the preview tells what an import would make and leaves everything as it is", async () => {
  await bring({ ...policy, key: "previewed" });
  const before = await database().policyVersion.count();
  const look = (document: object) =>
    previewImport(admin(), { kind: "policy", text: JSON.stringify(document) });
  expect(await look({ ...policy, key: "unheard-of" })).toMatchObject({
    value: { effect: "new", version: 1, changes: [], newest: null },
  });
  expect(await look({ ...policy, key: "previewed", stepHalfPoints: 2 })).toMatchObject({
    value: { effect: "version", version: 2, changes: [{ path: ["stepHalfPoints"] }] },
  });
  expect(await look({ ...policy, key: "previewed" })).toMatchObject({
    value: { effect: "identical", version: 1, changes: [] },
  });
  expect(await database().policyVersion.count()).toBe(before);
});

describe("a new cycle", () => {
  test("is offered the imported version, but none without rungs", async () => {
    const id = await bring({ ...framework, key: "offered" });
    const bare = { ...framework.values[0], rungs: [] };
    const outcome = await importFramework(admin(), {
      text: JSON.stringify({ ...framework, key: "not-offered", values: [bare] }),
    });
    if (!outcome.ok) throw new Error("refused");
    const options = await readCycleOptions(actor(), company.now);
    const offered = options?.frameworks.map((one) => one.id) ?? [];
    expect(offered).toContain(id);
    expect(offered).not.toContain(outcome.value.versionId);
    const opening = await previewOpening(admin(), {
      ...{ year: 2031, quarter: 1, departmentIds: null, joinedAfter: "" },
      frameworkVersionId: outcome.value.versionId,
      policyVersionId: options?.defaults.policyVersionId ?? "",
      windows: [],
      byHand: [],
    });
    expect(opening).toMatchObject({
      ok: false,
      fields: { frameworkVersionId: { code: "framework_without_rungs" } },
    });
  });
});

test.each(["ceo", "hrPartner", "manager", "employee"] as const)("is shut to %s", async (person) => {
  const { actor: who } = company.context(person);
  const cycle = await database().cycle.findUniqueOrThrow({ where: { id: company.cycleId } });
  expect(await listFrameworks(who)).toBeNull();
  expect(await listPolicies(who)).toBeNull();
  expect(await viewFramework(who, cycle.frameworkVersionId)).toBeNull();
  expect(await viewPolicy(who, cycle.policyVersionId)).toBeNull();
  expect(await exportFramework(who, cycle.frameworkVersionId)).toBeNull();
  expect(await exportPolicy(who, cycle.policyVersionId)).toBeNull();
});
