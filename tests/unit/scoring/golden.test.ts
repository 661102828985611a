import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { policyPresets } from "@/lib/presets";
import { goldenDocument } from "./golden/document";

const folder = path.join(import.meta.dirname, "golden");
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

describe("golden files", () => {
  test("there is one for every policy that ships, and none for a policy that is gone", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
    expect(files.sort()).toEqual(policyPresets.map(({ key }) => `${key}.json`).sort());
  });

  test.each(policyPresets)("$key decides today what it decided when it was frozen", (policy) => {
    const frozen: unknown = JSON.parse(
      readFileSync(path.join(folder, `${policy.key}.json`), "utf8"),
    );
    expect(plain(goldenDocument(policy))).toStrictEqual(frozen);
  });
});
