import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appraisalStates } from "@/lib/appraisal/stages";
import type { StageProgress, UnitCounts } from "@/lib/cycle/types";
import {
  partsTogether,
  progressOf,
  stageCounts,
  unitCounts,
  type DepartmentCounts,
} from "@/lib/cycle/rules";

type States = Readonly<Record<string, number>>;

interface Place {
  readonly id: string;
  readonly parentId: string | null;
  readonly states: States;
}

const place = (id: string, parentId: string | null, states: States = {}): Place => ({
  ...{ id, parentId, states },
});

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** What the pages of a cycle are made of. */
function cycleOf(places: readonly Place[]) {
  const { stages, done } = stageCounts(
    appraisalStates.map((state) => ({
      state,
      count: sum(places.map(({ states }) => states[state] ?? 0)),
      returned: 0,
    })),
  );
  const departments: DepartmentCounts[] = places.map(({ id, parentId, states }) => ({
    ...{ id, parentId, parts: progressOf(states) },
  }));
  const page = (...path: string[]) =>
    unitCounts(departments, path, partsTogether({ stages, done }));
  return { stages, done, departments, page };
}

const shown = (units: readonly UnitCounts[]) =>
  units.map(({ id, people, parts }) => [id, people, parts.join(" ").trim()]);

describe("the units of a cycle's page", () => {
  const places = [
    place("top", null),
    place("a", "top", { self_review: 2, manager_scoring: 9 }),
    place("b", "top", { self_review: 7, manager_scoring: 6 }),
    place("b1", "b", { self_review: 5, manager_scoring: 5 }),
    place("c", "top", { self_review: 50, manager_scoring: 60 }),
    place("c1", "c", { self_review: 4 }),
    place("c2", "c", { self_review: 6 }),
    place("c3", "c", { self_review: 30, manager_scoring: 5 }),
  ];
  const { page } = cycleOf(places);

  it("are the departments below the only root, small groups hidden with a cover", () => {
    expect(shown(page())).toEqual([
      ["a", 11, ""],
      ["b", 23, ""],
      ["c", 155, "90 65 0 0 0"],
    ]);
  });

  it("show no parts below where they are hidden above", () => {
    expect(shown(page("top", "b"))).toEqual([
      ["b", 13, ""],
      ["b1", 10, ""],
    ]);
    expect(shown(page("top", "b", "b1"))).toEqual([["b1", 10, ""]]);
  });

  it("hide units of fewer than five whole, with the next smallest", () => {
    expect(shown(page("top", "c"))).toEqual([
      ["c", 110, "50 60 0 0 0"],
      ["c1", null, ""],
      ["c2", null, ""],
      ["c3", 35, "30 5 0 0 0"],
    ]);
    expect(shown(page("top", "c", "c1"))).toEqual([["c1", null, ""]]);
  });

  it("of one of several roots are hidden as they are on the page of all", () => {
    const roots = cycleOf([
      place("r", null, { self_review: 6 }),
      place("r1", "r", { self_review: 3 }),
      place("s", null, { self_review: 7 }),
    ]);
    expect(shown(roots.page())).toEqual([
      ["r", null, ""],
      ["r1", null, ""],
      ["s", 7, "7 0 0 0 0"],
    ]);
    expect(shown(roots.page("r"))).toEqual([
      ["r", null, ""],
      ["r1", null, ""],
    ]);
  });

  it("may show what the whole hides, where its own groups are large", () => {
    const late = cycleOf([
      place("top", null),
      place("a", "top", { self_review: 3, interview: 20 }),
      place("b", "top", { interview: 30 }),
      place("c", "top", { interview: 40 }),
    ]);
    expect(late.stages.find(({ state }) => state === "self_review")?.count).toBeNull();
    expect(shown(late.page())).toEqual([
      ["a", 23, ""],
      ["b", 30, "0 0 0 30 0"],
      ["c", 40, "0 0 0 40 0"],
    ]);
  });
});

/** Rows in echelon form: equations over the groups nobody sees. */
class Known {
  readonly #rows: number[][] = [];

  /** What is left of a sum when all that is known is taken off; all zeros: it can be worked out. */
  reduce(sums: readonly number[]): number[] {
    let left = [...sums];
    for (const row of this.#rows) {
      const pivot = row.findIndex((entry) => Math.abs(entry) > 1e-9);
      const factor = left[pivot] ?? 0;
      if (Math.abs(factor) > 1e-9) left = left.map((entry, at) => entry - factor * (row[at] ?? 0));
    }
    return left;
  }

  add(sums: readonly number[]): void {
    const left = this.reduce(sums);
    const pivot = left.find((entry) => Math.abs(entry) > 1e-9);
    if (pivot !== undefined) this.#rows.push(left.map((entry) => entry / pivot));
  }

  settles(sums: readonly number[]): boolean {
    return this.reduce(sums).every((entry) => Math.abs(entry) < 1e-6);
  }
}

const placesOf = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc
    .array(
      fc.record({
        above: fc.nat(100),
        counts: fc.array(fc.oneof(fc.constant(0), fc.nat(6), fc.nat(40)), {
          minLength: appraisalStates.length,
          maxLength: appraisalStates.length,
        }),
        sparse: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: size, maxLength: size },
    )
    .map((drawn) =>
      drawn.map(({ above, counts, sparse }, index) =>
        place(
          `d${index}`,
          index === 0 || above > 92 ? null : `d${above % index}`,
          Object.fromEntries(
            appraisalStates.map((state, at) => [state, at % sparse === 0 ? (counts[at] ?? 0) : 0]),
          ),
        ),
      ),
    ),
);

describe("all pages of a cycle together", () => {
  it("give away no group of fewer than five, by whatever sums and differences", () => {
    fc.assert(
      fc.property(placesOf, (places) => {
        const { stages, done, departments, page } = cycleOf(places);
        const size = places.length * appraisalStates.length;
        const sumOver = (picks: (at: Place, state: string) => boolean) =>
          places.flatMap((at) => appraisalStates.map((state) => Number(picks(at, state))));
        const parts = [0, 1, 2, 3, 4];
        const inPart = (state: string, part: number) =>
          appraisalStates.some((one) => one === state && progressOf({ [one]: 1 })[part] === 1);
        const isIn = (at: Place, id: string): boolean =>
          at.id === id || places.some((above) => above.id === at.parentId && isIn(above, id));
        const pathTo = ({ id, parentId }: Place): string[] => [
          ...places.flatMap((above) => (above.id === parentId ? pathTo(above) : [])),
          id,
        ];
        const known = new Known();
        known.add(sumOver(() => true));
        const shownStages: readonly Pick<StageProgress, "state" | "count">[] = stages;
        for (const { state, count } of shownStages)
          if (count !== null) known.add(sumOver((_, here) => here === state));
        if (done !== null) known.add(sumOver((_, here) => inPart(here, 4)));
        const valueOf = (sums: readonly number[]) =>
          sum(
            places.flatMap(({ states }, row) =>
              appraisalStates.map(
                (state, at) =>
                  (states[state] ?? 0) * (sums[row * appraisalStates.length + at] ?? 0),
              ),
            ),
          );
        const claims: number[][] = [];
        for (const path of [[], ...places.map(pathTo)])
          for (const { id, own, people, parts: counts } of page(...path)) {
            const among = (at: Place) => (own ? at.id === id : isIn(at, id));
            const all = sumOver(among);
            claims.push(all);
            if (people !== null) {
              expect(people).toBe(valueOf(all));
              known.add(all);
            }
            parts.forEach((part) => {
              const cell = sumOver((at, state) => among(at) && inPart(state, part));
              claims.push(cell);
              const count = counts[part] ?? null;
              if (count === null) return;
              expect(count).toBe(valueOf(cell));
              known.add(cell);
            });
          }
        expect(departments).toHaveLength(size / appraisalStates.length);
        for (const claim of claims) {
          const people = valueOf(claim);
          if (people > 0 && people < 5) expect(known.settles(claim)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
