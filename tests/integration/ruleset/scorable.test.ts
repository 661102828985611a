import { beforeAll, describe, expect, it } from "vitest";
import { openCycle } from "@/lib/cycle/commands/cycle";
import { previewOpening, readCycleOptions } from "@/lib/cycle/queries";
import { stableId } from "@/lib/db/ids";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { frameworkPresets } from "@/lib/presets";
import { addFramework } from "@/lib/ruleset/store";
import { buildCompany, type TestCompany } from "../../support/company";
import { openingInput } from "../../support/cycles";

let company: TestCompany;
const halfWritten = stableId("framework", "half-written", 1);

beforeAll(async () => {
  company = await buildCompany();
  const [six] = frameworkPresets;
  const [first, ...others] = six?.values ?? [];
  if (!six || !first) throw new Error("no presets");
  const document = { ...six, key: "half-written", values: [{ ...first, rungs: [] }, ...others] };
  await inTransaction(async (tx) => addFramework(tx, document, 1, company.now));
});

const refused = { ok: false, fields: { frameworkVersionId: { code: "framework_without_rungs" } } };

describe("a framework with a value without rungs", () => {
  it("is not offered when a cycle is opened; every other framework is", async () => {
    const options = await readCycleOptions(company.actor("hrAdmin"), company.now);
    expect(options?.frameworks.map(({ document }) => document.key)).toEqual([
      "six-veins",
      "customer-checklist",
      "go-getter",
      "lenovo-2001",
      "nine-swords",
      "six-veins-2006",
    ]);
  });

  it.each(["jd", "huawei", "psbc", "five-ones"])("a cycle cannot be opened on %s", async (key) => {
    const input = openingInput({ frameworkVersionId: stableId("framework", key, 1) });
    expect(await openCycle(company.context("hrAdmin"), input)).toMatchObject(refused);
    expect(await previewOpening(company.context("hrAdmin"), input)).toMatchObject(refused);
  });

  it("nor on one that is half written", async () => {
    const input = openingInput({ frameworkVersionId: halfWritten });
    expect(await openCycle(company.context("hrAdmin"), input)).toMatchObject(refused);
  });

  it("and the database itself refuses to pin it", async () => {
    const nine = stableId("framework", "nine-swords", 1);
    const open = (frameworkVersionId: string, quarter: number) =>
      database().cycle.create({
        data: {
          ...{ year: 2090, quarter, frameworkVersionId, openedAt: company.now },
          policyVersionId: stableId("policy", "classic", 1),
          openedById: company.ids.hrAdmin,
        },
      });
    await expect(open(halfWritten, 1)).rejects.toThrow();
    await expect(open(nine, 2)).resolves.toMatchObject({ frameworkVersionId: nine });
  });
});
