import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import {
  addFramework,
  addPolicy,
  newestFramework,
  newestPolicy,
  readFrameworkVersion,
  readPolicyVersion,
} from "@/lib/ruleset/store";
import type { FrameworkDocument, PolicyDocument } from "@/lib/scoring";
import { anyFramework, anyPolicy } from "../../support/documents";

const now = new Date("2026-11-21T02:00:00Z");

async function kept<Document extends { key: string }>(
  document: Document,
  newest: (tx: Tx, key: string) => Promise<{ version: number } | null>,
  add: (tx: Tx, document: Document, version: number, now: Date) => Promise<string>,
) {
  return inTransaction(async (tx) => {
    const version = ((await newest(tx, document.key))?.version ?? 0) + 1;
    return add(tx, document, version, now);
  });
}

async function throughDatabase(document: FrameworkDocument): Promise<FrameworkDocument> {
  const id = await kept(document, newestFramework, addFramework);
  return (await readFrameworkVersion(database(), id)).framework;
}

async function policyThroughDatabase(document: PolicyDocument): Promise<PolicyDocument> {
  const id = await kept(document, newestPolicy, addPolicy);
  return (await readPolicyVersion(database(), id)).policy;
}

describe("a document comes out of the database as it went in", () => {
  it.each(frameworkPresets)("framework $key", async (preset) => {
    expect(await throughDatabase(preset)).toStrictEqual(preset);
  });

  it.each(policyPresets)("policy $key", async (preset) => {
    expect(await policyThroughDatabase(preset)).toStrictEqual(preset);
  });

  it("any framework: capped or not, with and without rungs", async () => {
    await fc.assert(
      fc.asyncProperty(anyFramework, async (document) => {
        expect(await throughDatabase(document)).toStrictEqual(document);
      }),
      { numRuns: 40 },
    );
  });

  it("any policy", async () => {
    await fc.assert(
      fc.asyncProperty(anyPolicy, async (document) => {
        expect(await policyThroughDatabase(document)).toStrictEqual(document);
      }),
      { numRuns: 40 },
    );
  });

  it("a cap stands in the database as the most the value can earn", async () => {
    const [preset] = frameworkPresets;
    const [value] = preset?.values ?? [];
    if (!preset || !value) throw new Error("no preset");
    const capped = { ...preset, key: "capped", values: [{ ...value, cap: 7 }] };
    expect(await throughDatabase(capped)).toStrictEqual(capped);
    const stored = await database().value.findFirstOrThrow({
      where: { frameworkVersion: { framework: { key: "capped" } } },
    });
    expect(stored.maxHalfPoints).toBe(7);
  });
});
