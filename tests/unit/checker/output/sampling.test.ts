import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawSample, sampleSize } from "@/lib/scoring";
import { checked, person, plainValues, sixVeins } from "../support";

const middling = { rungs: ["met", "met", "unmet"] };
const low = {
  rungs: ["met", "unmet"],
  cases: [{ rung: 2, kind: "contradicts", title: "x" }],
};

/** Three managers and some people without one; every third person has a 1 that is verified and not sampled. */
const people = Array.from({ length: 60 }, (_, index) => ({
  ...person(`E${index}`, index % 3 === 0 ? { passion: low } : { passion: middling }),
  ...(index % 4 === 3 ? {} : { manager: `M${index % 4}` }),
}));

async function drawn(appraisals: readonly object[], args: readonly string[] = []) {
  const { printed } = await checked(sixVeins(...appraisals), args);
  const items = printed.results.flatMap(({ employee, audit }) =>
    audit.sample.map((value) => `${employee}/${value}`),
  );
  return { items: items.sort(), shown: printed.summary.sample };
}

describe("the sample", () => {
  test("is the one the rules draw, exact for every manager", { timeout: 60_000 }, async () => {
    const { items, shown } = await drawn(people, ["--seed", "2026-Q3"]);
    const pool = people.flatMap(({ employee, manager }, index) =>
      Object.keys(plainValues)
        .filter((key) => !(index % 3 === 0 && key === "passion"))
        .map((key) => ({ item: `${employee}/${key}`, manager: manager ?? null })),
    );
    const percent = shown?.percent ?? 0;
    const expected = drawSample(pool, { percent, seed: "2026-Q3" });
    expect(items).toEqual(expected.map(({ item }) => item).sort());
    const sizes = ["M0", "M1", "M2", null].map((manager) =>
      sampleSize(pool.filter((one) => one.manager === manager).length, percent),
    );
    expect(items).toHaveLength(sizes.reduce((sum, size) => sum + size, 0));
    expect(shown).toEqual({ seed: "2026-Q3", percent, drawn: items.length });
  });

  test(
    "does not depend on the order of the file, and depends on the seed",
    { timeout: 60_000 },
    async () => {
      const first = await drawn(people);
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray(people, { minLength: 60 }), async (shuffled) => {
          expect((await drawn(shuffled)).items).toEqual(first.items);
        }),
        { numRuns: 5 },
      );
      expect((await drawn(people, ["--seed", "another"])).items).not.toEqual(first.items);
      expect(first.shown?.seed).toContain("six-veins");
    },
  );

  test("is not drawn where the policy does not sample", async () => {
    const { policyPresets } = await import("@/lib/presets");
    const [preset] = policyPresets;
    const audit = { ...preset?.audit };
    delete audit.sample;
    const policy = { ...preset, audit, assumed: [] };
    const { printed } = await checked({ ...sixVeins(person("E1")), policy });
    expect(printed.results[0]?.audit.sample).toEqual([]);
    expect(printed.summary.sample).toBeNull();
  });
});
