import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { addPolicy } from "@/lib/ruleset/store";
import { bringPresets } from "../../../scripts/database/presets";
import { companyNow } from "../../support/company";

const bring = async () => bringPresets(env().DATABASE_URL, companyNow);
const all = frameworkPresets.length + policyPresets.length;

describe("what a start brings", () => {
  it("nothing into a database without a company: the first run does", async () => {
    expect(await bring()).toBe(0);
    expect(await database().framework.count()).toBe(0);
  });

  it("the presets of this release into one that was made by an older", async () => {
    await database().company.create({ data: { name: "测试公司", createdAt: companyNow } });
    const [classic] = policyPresets;
    if (!classic) throw new Error("no presets");
    const old = { ...classic, edition: "1" };
    await inTransaction(async (tx) => addPolicy(tx, old, 1, companyNow));
    expect(await bring()).toBe(all);
    expect(await database().policyVersion.count({ where: { policy: { key: "classic" } } })).toBe(2);
  });

  it("and nothing at the next start", async () => {
    expect(await bring()).toBe(0);
  });
});
