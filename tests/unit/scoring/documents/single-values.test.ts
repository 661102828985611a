import { expect, test } from "vitest";
import { renderPath } from "@/lib/scoring";
import { readPolicy } from "@/lib/scoring/documents/read";
import { policy } from "../support";

function faults(change: Record<string, unknown>): string[] {
  const read = readPolicy({ ...policy("classic"), assumed: [], ...change });
  return read.ok ? [] : read.faults.map(({ path, code }) => `${renderPath(path)}: ${code}`);
}

test("a rule on a single value sets a band there is, below the best, or has a consequence", () => {
  expect(
    faults({
      singleValueRules: [
        { below: 2, consequences: [] },
        { below: 2, consequences: [], setsBand: "fail" },
        { below: 2, consequences: [], setsBand: "splendid" },
        { equals: 0, consequences: ["bonus-withheld"], setsBand: "excellent" },
        { equals: 0, consequences: [], setsBand: "Fail" },
        { equals: 0, setsBand: "fail" },
      ],
    }),
  ).toEqual([
    "singleValueRules[4].setsBand: key-malformed",
    "singleValueRules[5].consequences: missing",
    "singleValueRules[2].setsBand: band-unknown",
    "singleValueRules[3].setsBand: band-cannot-be-set",
    "singleValueRules[0]: rule-without-effect",
  ]);
});

test.each([
  [[4, undefined, 2, undefined], []],
  [[2, 2, 2, undefined], []],
  [[undefined, undefined, undefined, 2], ["bands[3].eachAtLeast: band-floor-idle"]],
  [[2, undefined, 4, undefined], ["bands[0].eachAtLeast: band-floor-lower"]],
  [
    [0, undefined, 0.5],
    ["bands[0].eachAtLeast: too-small", "bands[2].eachAtLeast: not-whole"],
  ],
])("least scores of every value %j", (floors, found) => {
  const bands = policy("classic").bands.map((band, index) => {
    const eachAtLeast = floors[index];
    return eachAtLeast === undefined ? band : { ...band, eachAtLeast };
  });
  expect(faults({ bands })).toEqual(found);
});

test("whether facts are asked for a sanction is yes or no", () => {
  expect(faults({ sanctionNeedsFacts: "yes" })).toEqual(["sanctionNeedsFacts: wrong-type"]);
  expect(faults({ sanctionNeedsFacts: false })).toEqual([]);
});
