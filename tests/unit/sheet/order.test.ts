import { expect, it } from "vitest";
import { inOrder } from "@/lib/sheet/rules";
import { caseFor } from "../../support/sheets";

it("cases are read by rung, then by the day; without a day last, of one day the first written", () => {
  const written = [
    caseFor(4, "supports", { title: "d", happenedOn: "2026-10-02" }),
    caseFor(3, "supports", { title: "c", happenedOn: "" }),
    caseFor(3, "contradicts", { title: "b", happenedOn: "2026-11-20" }),
    caseFor(3, "supports", { title: "a", happenedOn: "2026-11-03" }),
    caseFor(4, "supports", { title: "e", happenedOn: "2026-10-02" }),
  ];
  expect(inOrder(written).map(({ title }) => title)).toEqual(["a", "b", "c", "d", "e"]);
});
