import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { endDelegation } from "@/lib/delegation/commands";
import { agreeToSheets, takeBackReview } from "@/lib/second-level/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { threes } from "../../support/manager-scoring";
import { rowOf } from "../../support/review";
import { delegationsOf } from "../delegation/support";
import { drawsOf, newManager, seal } from "../sample/support";

let company: TestCompany;
let given: ReturnType<typeof delegationsOf>;
beforeAll(async () => {
  company = await buildCompany();
  given = delegationsOf(company);
  await seal(company);
});

describe("at once", () => {
  it("an early end of a delegation and a decision, 200 rounds: decided before it, or refused", async () => {
    const managerId = await newManager(company);
    let decided = 0;
    for (let round = 0; round < 200; round += 1) {
      const sheet = await appraisalIn(company, "second_level", { line: { managerId } });
      const rooms = ["second_level" as const];
      const named = await given.name("secondLevel", "manager", {
        ...{ rooms, employeeIds: [sheet.employeeId] },
      });
      if (!named.ok) throw new Error(JSON.stringify(named));
      const context = await given.contextOf("manager");
      const input = { items: [sheet.target], comment: "" };
      const agree = (by = context) => agreeToSheets(by, input);
      const end = () =>
        endDelegation(company.context("hrAdmin"), { delegationId: named.value.delegationId });
      const [answer, ended] =
        round % 2 === 0
          ? await Promise.all([agree(), end()])
          : (await Promise.all([end(), agree()])).toReversed();
      expect(ended).toEqual({ ok: true, value: null });
      const { state } = await rowOf(sheet.id);
      const acts = await database().recordedEvent.findMany({
        where: { appraisalId: sheet.id, kind: "second_level.agreed" },
      });
      if (answer?.ok === true) {
        decided += 1;
        expect(state).not.toBe("second_level");
        expect(acts).toMatchObject([
          { actorId: company.ids.manager, forId: company.ids.secondLevel },
        ]);
      } else {
        expect([answer, state, acts]).toMatchObject([{ code: "not_found" }, "second_level", []]);
      }
      const after = await given.contextOf("manager");
      expect(await agree(after)).toMatchObject({ ok: false, code: "not_found" });
    }
    expect(decided).toBeGreaterThan(0);
  }, 300_000);

  it("a draw and a take-back, 80 rounds: taken back undrawn, or drawn and standing", async () => {
    const context = company.context("secondLevel");
    const agree = async (id: string) => {
      const items = [{ appraisalId: id, version: (await rowOf(id)).version }];
      return agreeToSheets(context, { items, comment: "" });
    };
    const fates = new Set<boolean>();
    for (let round = 0; round < 80; round += 1) {
      const managerId = await newManager(company);
      const options = { manager: threes, line: { managerId } };
      const waits = await appraisalIn(company, "second_level", options);
      const last = await appraisalIn(company, "second_level", options);
      await agree(waits.id);
      const target = { appraisalId: waits.id, version: (await rowOf(waits.id)).version };
      const takeBack = () => takeBackReview(context, target);
      // What completes the team draws it; the longer way has a start in every other round.
      const drawing = agree(last.id);
      const [back] = await Promise.all([
        round % 2 === 0 ? takeBack() : drawing.then(takeBack),
        drawing,
      ]);
      fates.add(back.ok);
      const draws = await drawsOf(company, managerId);
      const taking = draws.flatMap(({ population }) => population);
      const own = taking.filter((item) => item.startsWith(waits.id));
      const { state } = await rowOf(waits.id);
      if (back.ok) expect([state, own]).toEqual(["second_level", []]);
      else
        expect([back.code, state === "second_level", own.length]).toEqual(["moved_on", false, 6]);
      for (const { drawn, redone } of draws) expect(drawn).toEqual(redone);
    }
    expect(fates.size).toBe(2);
  }, 300_000);
});
