import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { policyPresets } from "@/lib/presets";
import type { PolicyDocument } from "@/lib/scoring";
import { policySchema } from "@/lib/scoring/documents/policy";
import { firstRecord } from "./golden/first";
import { goldenRecord, recordSchema } from "./golden/record";

const folder = path.join(import.meta.dirname, "golden");
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
const withPolicy = z.looseObject({ policy: policySchema });

const files = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, frozen: plainFile(name) }));

function plainFile(name: string) {
  return withPolicy.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8")));
}

/** A policy without its remarks: a golden file freezes decisions, not wording. */
const ruled = ({ assumed, ...policy }: PolicyDocument) => ({
  ...policy,
  description: null,
  assumed: assumed?.map(({ path }) => path),
});

/** The documents of the first release: their files hold the policy and go by the six veins. */
const first = files.filter(({ frozen }) => !("decided" in frozen));
const records = files.filter(({ frozen }) => "decided" in frozen);

describe("golden files", () => {
  test("the versions of the first release are kept", () => {
    expect(first.map(({ name }) => name)).toEqual(["classic.json", "manual-2006.json"]);
  });

  test.each(policyPresets)("$key as it ships today has one", (policy) => {
    const own = records.filter(({ frozen }) => frozen.policy.key === policy.key);
    expect(own.map(({ frozen }) => ruled(frozen.policy))).toContainEqual(ruled(policy));
  });

  test.each(first)("$name: what was frozen is decided today", ({ frozen }) => {
    expect(plain(firstRecord(frozen.policy))).toStrictEqual(frozen);
  });

  test.each(records)("$name: what was frozen is decided today", ({ frozen }) => {
    const { framework, policy, sheets } = recordSchema.parse(frozen);
    expect(plain(goldenRecord({ framework, policy, sheets }))).toStrictEqual(frozen);
  });
});
