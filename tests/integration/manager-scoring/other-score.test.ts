import { beforeAll, expect, it } from "vitest";
import { saveManagerValue, submitManagerSheet } from "@/lib/manager-scoring/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { rowOf } from "../../support/review";
import { valueWith } from "../../support/sheets";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

/** A sheet handed in once, returned, so that all of it is written; then one value at another score. */
async function rewritten(halfPoints: number, justification?: string) {
  const sheet = await appraisalIn(company, "manager_scoring", { manager: { passion: 8 } });
  const definition = company.ruleset.framework.values.find(({ key }) => key === "passion");
  if (definition === undefined) throw new Error("no value");
  const context = company.context("manager");
  const save = async (points: number, words?: string) => {
    const value = valueWith(definition, points);
    const said = words === undefined ? value : { ...value, justification: words };
    const { version } = await rowOf(sheet.id);
    const saved = await saveManagerValue(context, { appraisalId: sheet.id, version, value: said });
    if (!saved.ok) throw new Error(JSON.stringify(saved));
  };
  for (const other of company.ruleset.framework.values)
    if (other.key !== "passion") {
      const { version } = await rowOf(sheet.id);
      const value = valueWith(other, 6);
      await saveManagerValue(context, { appraisalId: sheet.id, version, value });
    }
  await save(8, "为四分写的事实");
  await save(halfPoints, justification ?? "为四分写的事实");
  return async (textsStand: boolean) => {
    const { version } = await rowOf(sheet.id);
    const input = { appraisalId: sheet.id, version, unchanged: true, textsStand };
    const outcome = await submitManagerSheet(context, input);
    return { outcome, state: (await rowOf(sheet.id)).state };
  };
}

it("a justification typed for another score does not go up before it is confirmed", async () => {
  const submit = await rewritten(4);
  const asked = await submit(false);
  expect(asked.outcome).toEqual({
    ...{ ok: false, code: "other_score" },
    data: { texts: [{ value: "passion", halfPoints: 8 }] },
  });
  expect(asked.state).toBe("manager_scoring");
  expect((await submit(true)).state).toBe("second_level");
});

it.each([
  ["rewritten at the new score", 4, "为两分写的事实"],
  ["cleared", 6, ""],
  ["left for a score that came back", 8, undefined],
] as const)("one that was %s is not asked about", async (_, halfPoints, words) => {
  const submit = await rewritten(halfPoints, words);
  const { outcome, state } = await submit(false);
  expect(outcome.ok ? null : outcome).toBeNull();
  expect(state).toBe("second_level");
});
