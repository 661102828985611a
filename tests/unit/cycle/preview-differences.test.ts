import { expect, it } from "vitest";
import { previewDifferences } from "@/components/cycle/new/preview/differences";
import type { OpeningPreview } from "@/lib/cycle/types";

const [north, south] = [
  { zh: "北区", en: "North" },
  { zh: "南区", en: "South" },
];

const preview = (over: Partial<OpeningPreview> = {}): OpeningPreview => ({
  standing: "a",
  people: 20,
  exempt: [{ reason: "on_leave", count: 1 }],
  exemptPeople: [],
  withoutSecondLevel: 1,
  approverAbove: 0,
  withoutApprover: 0,
  withoutHrPartner: 0,
  departmentsWithoutHrPartner: [],
  past: [],
  divisions: [{ id: "n", name: north, people: 20 }],
  ...over,
});

it("finds nothing where only who stands behind the numbers has changed", () => {
  expect(previewDifferences(preview(), preview({ standing: "b" }))).toEqual([]);
});

it("names every number that differs with both sides, also of what is new or gone", () => {
  const now = preview({
    people: 21,
    exempt: [{ reason: "joined_late", count: 2 }],
    divisions: [
      { id: "n", name: north, people: 18 },
      { id: "s", name: south, people: 3 },
    ],
  });
  expect(previewDifferences(preview(), now)).toEqual([
    { figure: "people", from: 20, to: 21 },
    { reason: "on_leave", from: 1, to: 0 },
    { reason: "joined_late", from: 0, to: 2 },
    { division: north, from: 20, to: 18 },
    { division: south, from: 0, to: 3 },
  ]);
});
