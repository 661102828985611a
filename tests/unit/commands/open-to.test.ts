import { expect, test } from "vitest";
import { appraisalIn } from "@/app/api/commands/[command]/open-to";

const id = "0b5e1c9a-5b7f-4c1d-9b61-3f6f0f3f8a11";

test.each([
  ["one", { appraisalId: id, version: "wrong", surplus: true }],
  ["the first of several", { items: [{ appraisalId: id }, { appraisalId: "x" }], comment: 7 }],
])("a body that is not right still names %s", (_, body) => {
  expect(appraisalIn(body)).toBe(id);
});

test.each([
  null,
  undefined,
  "text",
  [],
  {},
  { appraisalId: "1; DROP TABLE appraisal" },
  { appraisalId: { toString: id } },
  { items: [] },
  { items: {} },
  { items: ["x", { appraisalId: id }] },
])("%j names none", (body) => {
  expect(appraisalIn(body)).toBeNull();
});
