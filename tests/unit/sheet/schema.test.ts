import { expect, test } from "vitest";
import { sheetValueSchema } from "@/lib/sheet/schema";

const id = "0b7c1a52-9d3e-4f60-8a11-2c3d4e5f6a7b";
const words = { title: "", happened: "", action: "", outcome: "", beneficiary: "" };

test("a case's id has one spelling, so that two of them are seen to be one case", () => {
  const item = { rung: 1, kind: "supports", happenedOn: "", ...words };
  const value = sheetValueSchema.parse({
    key: "integrity",
    judgements: {},
    cases: [
      { ...item, id },
      { ...item, id: id.toUpperCase() },
    ],
    justification: "",
  });
  expect(value.cases.map((one) => one.id)).toEqual([id, id]);
});
