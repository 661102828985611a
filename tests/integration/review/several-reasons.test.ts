import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { returnSheet } from "@/lib/second-level/commands";
import type { ReturnSheetInput } from "@/lib/second-level/schema";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { footprintOf, notesOf, resubmit } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const plain = { reason: "请补上客户的原话。", value: null, rung: null, caseId: null };

function giveBack({ target }: TestAppraisal, reasons: ReturnSheetInput["reasons"]) {
  return returnSheet(company.context("secondLevel"), { ...target, reasons });
}

describe("a return of the second level", () => {
  it("goes back once for several reasons, each pinned by itself, down to a case", async () => {
    const sheet = await appraisalIn(company, "second_level");
    const written = await database().appraisalCase.findFirstOrThrow({
      where: { appraisalId: sheet.id, side: "self" },
      include: { rung: { include: { value: true } } },
    });
    const about = { value: written.rung.value.key, caseId: written.id };
    const reasons = [
      { ...plain, ...about, reason: "这件事不在本季度。" },
      { ...plain, value: "integrity", rung: 2 },
    ];
    expect(await giveBack(sheet, reasons)).toMatchObject({
      ok: true,
      value: { version: 2, value: { noteIds: [expect.any(String), expect.any(String)] } },
    });
    const notes = await notesOf(sheet.id);
    expect(notes).toHaveLength(2);
    expect(notes).toContainEqual(
      expect.objectContaining({
        ...{ valueKey: about.value, point: written.point },
        ...{ caseId: written.id, caseTitle: written.title },
      }),
    );
    expect(await footprintOf(sheet.id)).toMatchObject({ decisions: 1, notes: 2, events: 2 });
    await resubmit(company, sheet.id);
    expect((await notesOf(sheet.id)).every(({ resolvedAt }) => resolvedAt !== null)).toBe(true);
  });

  it("is not pinned to a case of another value", async () => {
    const sheet = await appraisalIn(company, "second_level");
    const caseId = randomUUID();
    const before = await footprintOf(sheet.id);
    expect(await giveBack(sheet, [{ ...plain, value: "integrity", caseId }])).toMatchObject({
      fields: { "reasons.0.caseId": { code: "unknown_case" } },
    });
    expect(await footprintOf(sheet.id)).toEqual(before);
  });
});
