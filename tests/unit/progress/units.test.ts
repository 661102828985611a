import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appraisalStates } from "@/lib/appraisal/stages";
import {
  knownOf,
  progressOf,
  progressParts,
  stageCounts,
  unitPages,
  unitsInCharge,
} from "@/lib/progress/rules";
import type { DepartmentCounts, UnitCounts } from "@/lib/progress/types";
import { Worlds } from "../small-groups/worlds";

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
  const counts = stageCounts(
    appraisalStates.map((state) => ({
      state,
      count: sum(places.map(({ states }) => states[state] ?? 0)),
      returned: 0,
    })),
  );
  const departments: DepartmentCounts[] = places.map(({ id, parentId, states }) => ({
    ...{ id, parentId, parts: progressOf(states) },
  }));
  const pages = unitPages(departments, knownOf(counts));
  const page = (id: string | null = null) => pages.get(id) ?? [];
  /** HR's room: the same, of the departments granted. */
  const room = (...granted: string[]) => unitsInCharge(departments, pages, new Set(granted));
  return { ...counts, departments, pages, page, room };
}

const shown = (units: readonly UnitCounts[]) =>
  units.map(({ id, people, past, parts }) => [id, people, parts?.join(" ") ?? past]);

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
      ["a", 11, 0],
      ["b", 23, 0],
      ["c", 155, "90 65 0 0 0"],
    ]);
  });

  it("show no parts below where they are hidden above", () => {
    expect(shown(page("b"))).toEqual([
      ["b", 13, 0],
      ["b1", 10, 0],
    ]);
    expect(shown(page("b1"))).toEqual([["b1", 10, 0]]);
  });

  it("show who is done and who is not where the other steps are hidden", () => {
    const half = cycleOf([
      place("top", null),
      place("a", "top", { self_review: 3, interview: 4, acknowledged: 6 }),
      place("b", "top", { self_review: 9, interview: 9, acknowledged: 5 }),
      place("b1", "b", { self_review: 7, acknowledged: 8 }),
      place("b2", "b", { self_review: 8, acknowledged: 3 }),
      place("b3", "b", { self_review: 9, acknowledged: 9 }),
      place("c", "top", { self_review: 20, interview: 30, acknowledged: 40 }),
    ]);
    expect(shown(half.page())).toEqual([
      ["a", 13, 6],
      ["b", 67, 25],
      ["c", 90, "20 0 0 30 40"],
    ]);
    expect(shown(half.page("b"))).toEqual([
      ["b", 23, 5],
      ["b1", 15, null],
      ["b2", 11, null],
      ["b3", 18, 9],
    ]);
  });

  it("hide units of fewer than five whole, with the next smallest", () => {
    expect(shown(page("c"))).toEqual([
      ["c", 110, "50 60 0 0 0"],
      ["c1", null, null],
      ["c2", null, null],
      ["c3", 35, "30 5 0 0 0"],
    ]);
    expect(shown(page("c1"))).toEqual([["c1", null, null]]);
  });

  it("of one of several roots are hidden as they are on the page of all", () => {
    const roots = cycleOf([
      place("r", null, { self_review: 6 }),
      place("r1", "r", { self_review: 3 }),
      place("s", null, { self_review: 7 }),
    ]);
    expect(shown(roots.page())).toEqual([
      ["r", null, null],
      ["r1", null, null],
      ["s", 7, "7 0 0 0 0"],
    ]);
    expect(shown(roots.page("r"))).toEqual([
      ["r", null, null],
      ["r1", null, null],
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
      ["a", 23, null],
      ["b", 30, "0 0 0 30 0"],
      ["c", 40, "0 0 0 40 0"],
    ]);
  });
});

describe("the units of HR's room", () => {
  const places = [
    place("top", null),
    place("a", "top", { interview: 6 }),
    place("a1", "a", { self_review: 9, interview: 2 }),
    place("a2", "a", { self_review: 30, interview: 40 }),
    place("b", "top", { self_review: 50, interview: 60 }),
    place("b1", "b", { self_review: 20 }),
  ];
  const { room, page } = cycleOf(places);
  const seen = (...granted: string[]) =>
    room(...granted).map(({ id, own, depth, people, past, parts }) => [
      `${"-".repeat(depth)}${id}${own ? "*" : ""}`,
      ...[people, parts?.join(" ") ?? past],
    ]);

  it("are whole departments with their parts below where all is in the same charge", () => {
    expect(seen("a", "a1", "a2")).toEqual([
      ["a", 87, "39 0 0 48 0"],
      ["-a*", 6, null],
      ["-a1", 11, null],
      ["-a2", 70, "30 0 0 40 0"],
    ]);
    expect(seen("top", ...places.map(({ id }) => id)).map(([id]) => id)).toEqual([
      ...["a", "-a*", "-a1", "-a2"],
      ...["b", "-b*", "-b1"],
    ]);
  });

  it("are the own people of a department whose others are in another charge", () => {
    expect(seen("a", "a2")).toEqual([
      ["a*", 6, null],
      ["a2", 70, "30 0 0 40 0"],
    ]);
    expect(seen("b1")).toEqual([["b1", 20, "20 0 0 0 0"]]);
    expect(seen()).toEqual([]);
  });

  it("show what the administrator is shown of them, neither more nor anything else", () => {
    const administrators = [null, "a", "b"].flatMap((id) => page(id));
    for (const { depth, ...unit } of room("a", "a1", "a2", "b"))
      expect(administrators, String(depth)).toContainEqual(unit);
  });
});

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

const chargesOf = fc.array(fc.nat(511), { minLength: 2, maxLength: 4 });

describe("all pages of a cycle together, and every HR partner's room with them", () => {
  it("leave open of every group of one to four how many they are", () => {
    fc.assert(
      fc.property(placesOf, chargesOf, (places, charges) => {
        const { stages, done, page, room } = cycleOf(places);
        const sumOver = (picks: (at: Place, state: string) => boolean) =>
          places.flatMap((at) => appraisalStates.map((state) => Number(picks(at, state))));
        const partOf = (state: string) =>
          appraisalStates
            .filter((one) => one === state)
            .map((one) => progressOf({ [one]: 1 }).indexOf(1))[0];
        const isIn = (at: Place, id: string): boolean =>
          at.id === id || places.some((above) => above.id === at.parentId && isIn(above, id));
        const people = places.flatMap(({ states }) =>
          appraisalStates.map((state) => states[state] ?? 0),
        );
        const valueOf = (sums: readonly number[]) =>
          sum(sums.map((entry, at) => entry * (people[at] ?? 0)));
        // How many take part in all is no secret.
        fc.pre(sum(people) > 4);
        const worlds = new Worlds(people.length);
        const claims: number[][] = [];
        const see = (sums: number[], count: number | null) => {
          claims.push(sums);
          if (count === null) return;
          expect(count).toBe(valueOf(sums));
          worlds.add(sums, count);
        };
        see(
          sumOver(() => true),
          sum(people),
        );
        for (const { state, count } of stages)
          see(
            sumOver((_, here) => here === state),
            count,
          );
        see(
          sumOver((_, here) => partOf(here) === 4),
          done,
        );
        const granted = charges.map((mask) =>
          places.filter((_, at) => (mask >> at) % 2 === 1).map(({ id }) => id),
        );
        const units = [
          ...[null, ...places.map(({ id }) => id)].flatMap((id) => page(id)),
          ...granted.flatMap((ids) => room(...ids)),
        ];
        for (const { id, own, cut, people: all, past, parts } of units) {
          const among = (at: Place) => (own ? at.id === id : isIn(at, id));
          const isPast = (state: string) => (partOf(state) ?? 0) >= cut;
          see(sumOver(among), all);
          see(
            sumOver((at, state) => among(at) && isPast(state)),
            past,
          );
          claims.push(sumOver((at, state) => among(at) && !isPast(state)));
          progressParts.forEach((_, part) =>
            see(
              sumOver((at, state) => among(at) && partOf(state) === part),
              parts?.[part] ?? null,
            ),
          );
        }
        for (const claim of claims) {
          const count = valueOf(claim);
          if (count === 0 || count > 4) continue;
          const [least, most] = worlds.range(claim);
          expect(most - least).toBeGreaterThan(0.5);
        }
      }),
      { numRuns: 300 },
    );
  });
});
