import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { scorerOf, threes } from "../../support/manager-scoring";
import { alter, rowOf } from "../../support/review";
import { handOversOf, type Given } from "./support";

let company: TestCompany;
let scorer: ReturnType<typeof scorerOf>;
let hands: Awaited<ReturnType<typeof handOversOf>>;
beforeAll(async () => {
  company = await buildCompany();
  scorer = scorerOf(company);
  hands = await handOversOf(company);
});

const give = (sheets: readonly TestAppraisal[], given?: Given) => hands.give(sheets, given);

describe("at once", () => {
  it("two hand-overs: one goes, the other is shown who holds it", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const answers = await Promise.all([
      give([sheet], { to: "otherManager" }),
      give([sheet], { to: "otherEmployee" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { managerId } = await rowOf(sheet.id);
    const { name } = await database().employee.findUniqueOrThrow({ where: { id: managerId } });
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      code: "stale",
      data: { taken: [{ name: sheet.employee.name, number: sheet.employee.number, holder: name }] },
    });
  });

  it("a hand-over and a save, 200 rounds: what is saved is in the kept draft or refused", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    for (let round = 0; round < 200; round += 1) {
      const { version } = await rowOf(sheet.id);
      const [from, to]: readonly [Person, Person] =
        round % 2 === 0 ? ["manager", "otherManager"] : ["otherManager", "manager"];
      const value = scorer.valueAt("integrity", round % 2 === 0 ? 6 : 4);
      const [saved, given] = await Promise.all([
        scorer.save(sheet, version, value, from),
        give([sheet], { from, to, way: "anew" }),
      ]);
      expect(given).toMatchObject({ ok: true });
      const row = await rowOf(sheet.id);
      expect(row).toMatchObject({
        managerId: company.ids[to],
        version: version + (saved.ok ? 2 : 1),
      });
      const kept = await database().handOver.findFirst({
        where: { appraisalId: sheet.id, post: "manager", version: row.version },
      });
      expect([round, saved.ok, kept?.draft !== null]).toEqual([round, saved.ok, saved.ok]);
      if (!saved.ok) expect(saved.code).toBe("not_found");
      const where = { appraisalId: sheet.id, side: "manager" as const };
      expect(await database().judgement.count({ where })).toBe(0);
    }
  }, 120_000);

  it("a hand-over and a submission, 200 rounds: handed in by the former manager, or refused", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    await scorer.judgeAll(sheet);
    let handedIn = 0;
    for (let round = 0; round < 200; round += 1) {
      const { version } = await rowOf(sheet.id);
      const [from, to]: readonly [Person, Person] =
        round % 2 === 0 ? ["manager", "otherManager"] : ["otherManager", "manager"];
      const [submitted, given] = await Promise.all([
        scorer.submit(sheet, version, from),
        give([sheet], { from, to }),
      ]);
      expect(given).toMatchObject({ ok: true });
      const row = await rowOf(sheet.id);
      expect(row).toMatchObject({
        managerId: company.ids[to],
        state: submitted.ok ? "second_level" : "manager_scoring",
        version: version + (submitted.ok ? 2 : 1),
      });
      const by = await database().submission.findMany({
        where: { appraisalId: sheet.id, side: "manager" },
        select: { submittedById: true },
        orderBy: { number: "asc" },
      });
      if (!submitted.ok) expect(submitted.code).toBe("not_found");
      else expect(by.at(-1)).toEqual({ submittedById: company.ids[from] });
      handedIn += submitted.ok ? 1 : 0;
      expect(by).toHaveLength(handedIn);
      expect(await scorer.submit(sheet, row.version, from)).toMatchObject({ code: "not_found" });
      await alter(sheet.id, { state: "manager_scoring" });
    }
    expect(handedIn).toBeGreaterThan(0);
  }, 180_000);
});
