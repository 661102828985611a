import { beforeAll, describe, expect, it } from "vitest";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { frameworkPresets } from "@/lib/presets";
import { renderExplanation, type FrameworkDocument } from "@/lib/scoring";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { rowOf, scorerOf } from "../../support/manager-scoring";

/** A checklist whose five rules earn three points at most. */
function capped(): FrameworkDocument {
  const lenovo = frameworkPresets.find(({ key }) => key === "lenovo-2001");
  const [first, ...rest] = lenovo?.values ?? [];
  if (lenovo === undefined || first === undefined) throw new Error("lenovo-2001");
  return { ...lenovo, key: "capped", values: [{ ...first, cap: 6 }, ...rest] };
}

let company: TestCompany;
const framework = capped();
const key = framework.values[0]?.key ?? "";
beforeAll(async () => {
  company = await buildCompany({ framework });
});

describe("a value with a cap", () => {
  it("keeps its cap in the cycle's framework", () => {
    expect(company.ruleset.framework.values.map(({ cap }) => cap)).toEqual([
      6,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("earns no more than its cap, saved, handed in and shown in the dossier", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: {} });
    const scorer = scorerOf(company);
    let version = 1;
    for (const value of framework.values) {
      const score = value.key === key ? 9 : 6;
      const saved = await scorer.save(appraisal, version, scorer.valueAt(value.key, score));
      expect(saved).toMatchObject({ ok: true, value: { value: { score: 6 } } });
      if (saved.ok) version = saved.value.version;
    }
    expect(await scorer.submit(appraisal, version)).toMatchObject({
      ok: true,
      value: { value: { total: 24 } },
    });
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "second_level", managerTotal: 24 });
    const dossier = await readDossier(company.actor("secondLevel"), appraisal.id);
    const [value] = dossier?.values ?? [];
    if (value === undefined) throw new Error("no value");
    expect(value).toMatchObject({ maxHalfPoints: 6, gated: false, scores: { manager: 6 } });
    const [why] = renderExplanation(value.explanations.manager, "zh");
    expect(why).toContain("超出上限的 1.5 不计，最多得 3");
    expect(dossier?.totals).toMatchObject({ max: 36 });
    expect(dossier?.sums?.total.zh).toContain("= 12（满分 18）");
  });
});
