import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { openQuestions } from "@/lib/questions/rules";
import { seedDemo } from "@/prisma/seed";

const now = new Date("2026-11-21T02:00:00Z");

test("the demo company has a 5 at its approver with an open link and an answered question, and one HR has to answer about", async () => {
  await seedDemo(process.env["DATABASE_URL"] ?? "", now);
  const open = await database().appraisal.findMany({
    where: { cycle: { state: "open" } },
    include: {
      verifications: { orderBy: { sequence: "asc" } },
      approvals: { orderBy: { sequence: "asc" } },
    },
  });
  const asked = open.filter((a) => openQuestions(a.approvals, a.verifications, a.round).size > 0);
  expect(asked.map(({ state, returnedFrom }) => [state, returnedFrom])).toEqual([
    ["hr_audit", "approval"],
  ]);
  const links = await database().beneficiaryLink.findMany({ include: { appraisal: true } });
  expect(links.map(({ appraisal }) => appraisal.state)).toEqual(["approval"]);
  expect(links.every(({ usedAt, expiresAt }) => usedAt === null && expiresAt > now)).toBe(true);
  const [{ appraisalId, valueKey } = { appraisalId: "", valueKey: "" }] = links;
  const where = { appraisalId, valueKey };
  expect(await database().beneficiaryView.count({ where })).toBe(1);
  const answers = { ...where, answersId: { not: null } };
  expect(await database().hrVerification.count({ where: answers })).toBe(1);
}, 180_000);
