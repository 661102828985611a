import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import {
  addFramework,
  addPolicy,
  installPresets,
  newestFramework,
  newestPolicy,
} from "@/lib/ruleset/store";
import type { FrameworkDocument } from "@/lib/scoring";
import { policySchema } from "@/lib/scoring/documents/policy";

const now = new Date("2026-11-21T02:00:00Z");
const install = async () => inTransaction(async (tx) => installPresets(tx, now));
const all = frameworkPresets.length + policyPresets.length;

/** The policy `classic` as the first release shipped it, from its golden file. */
function firstClassic() {
  const file = path.join(import.meta.dirname, "../../unit/scoring/golden/classic.json");
  return z.object({ policy: policySchema }).parse(JSON.parse(readFileSync(file, "utf8"))).policy;
}

function sixVeins(): FrameworkDocument {
  const found = frameworkPresets.find(({ key }) => key === "six-veins");
  if (!found) throw new Error("no six veins");
  return found;
}

async function versionsOf(key: string) {
  const rows = await database().policyVersion.findMany({
    where: { policy: { key } },
    orderBy: { version: "asc" },
    select: { id: true, version: true, document: true },
  });
  return rows.map(({ document, ...row }) => ({ ...row, document: policySchema.parse(document) }));
}

// The tests tell one story: an installation from its first release to the next.
describe("presets of a new release", () => {
  it("an installation that has an older edition of two documents", async () => {
    await inTransaction(async (tx) => {
      await addPolicy(tx, firstClassic(), 1, now);
      await addFramework(tx, { ...sixVeins(), edition: "2004" }, 1, now);
    });
    expect((await versionsOf("classic")).map(({ version }) => version)).toEqual([1]);
  });

  it("gets the new editions as the next version and everything else as version 1", async () => {
    const [old] = await versionsOf("classic");
    expect(await install()).toBe(all);
    const [kept, added] = await versionsOf("classic");
    expect(kept).toStrictEqual(old);
    expect(added?.document).toStrictEqual(policyPresets[0]);
    expect((await newestFramework(database(), "six-veins"))?.version).toBe(2);
    expect((await newestFramework(database(), "lenovo-2001"))?.version).toBe(1);
    expect((await newestPolicy(database(), "manual-2006"))?.version).toBe(1);
  });

  it("installed again, nothing is added", async () => {
    expect(await install()).toBe(0);
  });

  it("installed by two processes at once, one adds and the other finds it there", async () => {
    const other = { ...firstClassic(), key: "checklist" };
    await inTransaction(async (tx) => addPolicy(tx, other, 2, now));
    expect(await Promise.all([install(), install()])).toEqual([0, 0]);
  });

  it("a version of one's own on top stays the newest: the preset is not made anew", async () => {
    const own = { ...sixVeins(), description: { zh: "本公司的修订。", en: "Our own revision." } };
    await inTransaction(async (tx) => addFramework(tx, own, 3, now));
    expect(await install()).toBe(0);
    expect(await newestFramework(database(), "six-veins")).toMatchObject({
      version: 3,
      document: own,
    });
  });

  it("the newest version of every preset can be read back word for word", async () => {
    const untouched = frameworkPresets.filter(({ key }) => key !== "six-veins");
    for (const preset of untouched)
      expect((await newestFramework(database(), preset.key))?.document).toStrictEqual(preset);
  });
});
