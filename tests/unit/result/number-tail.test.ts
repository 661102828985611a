import { expect, test } from "vitest";
import { numberTail } from "@/components/result/paper/number-tail";

test("the tail of a number is marked, or it would be another number", () => {
  expect(numberTail("004310")).toBe("··4310");
  expect(numberTail("4310")).toBe("4310");
});
