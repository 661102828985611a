import { createHash, createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawMark } from "@/lib/review/rules/needs";
import { itemOf, percentOf, populationsOf, type Score } from "@/lib/sample/rules";
import { canonical, drawSealed, sampleSize, sealedRank, seedHash } from "@/lib/scoring";
import { fromHex, hmac256, sha256, toHex } from "@/lib/scoring/audit/sha256";

const bytesOf = fc.uint8Array({ maxLength: 300 });
const seedOf = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex);

describe("sha256", () => {
  it("is that of the standard", () => {
    fc.assert(
      fc.property(bytesOf, bytesOf, (a, b) => {
        expect(toHex(sha256(a))).toBe(createHash("sha256").update(a).digest("hex"));
        expect(toHex(hmac256(a, b))).toBe(createHmac("sha256", a).update(b).digest("hex"));
      }),
    );
    expect(toHex(sha256(new TextEncoder().encode("abc")))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  it("reads hexadecimal and nothing else", () => {
    expect([...fromHex("00ff10")]).toEqual([0, 255, 16]);
    for (const text of ["0", "0g", "FF"]) expect(() => fromHex(text)).toThrow(RangeError);
  });
});

describe("a sealed seed", () => {
  const seed = "00".repeat(31) + "01";

  it("is known by the SHA-256 of its bytes, and ranks by HMAC, for ever", () => {
    expect(seedHash(seed)).toBe(
      createHash("sha256").update(Buffer.from(seed, "hex")).digest("hex"),
    );
    expect(sealedRank(seed, "客户/1")).toBe(
      createHmac("sha256", Buffer.from(seed, "hex")).update("客户/1").digest("hex"),
    );
  });

  it("draws the exact rate, from seed and population alone", () => {
    fc.assert(
      fc.property(
        seedOf,
        fc.uniqueArray(fc.string({ maxLength: 6 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 100 }),
        fc.array(fc.nat(), { maxLength: 60 }),
        (seed, items, percent, keys) => {
          const drawn = drawSealed(items, { percent, seed });
          const order = items.map((item, i) => ({ item, key: keys[i] ?? i }));
          const shuffled = order.sort((a, b) => b.key - a.key).map(({ item }) => item);
          expect(drawSealed([...shuffled, ...items], { percent, seed })).toEqual(drawn);
          expect(drawn).toHaveLength(sampleSize(items.length, percent));
          expect(canonical(shuffled)).toEqual(canonical(items));
          const left = items.filter((item) => !drawn.includes(item));
          for (const inside of drawn)
            for (const outside of left)
              expect(sealedRank(seed, inside) < sealedRank(seed, outside)).toBe(true);
        },
      ),
    );
  });
});

/** When a sheet passes the second level, and how often it is handed in again. */
interface Arrival {
  readonly sheet: number;
  readonly late: boolean;
  readonly at: number;
  readonly again: number;
}

const values = ["customer-first", "teamwork", "integrity", "passion"];
const scoresOf = ({ sheet }: Arrival): Score[] =>
  values.map((valueKey) => ({ appraisalId: `sheet-${sheet}`, valueKey }));

/** A quarter of one manager as the draw meets it, arrival by arrival; those on time are there at once, whatever came first. */
function drawnIn(arrivals: readonly Arrival[], seed: string, percent: number): string[] {
  const done = new Set<string>();
  const drawn: string[] = [];
  let late = false;
  const meet = (waiting: readonly Score[]) => {
    const fresh = waiting.filter((score) => !done.has(itemOf(score)));
    for (const { scores } of populationsOf(fresh, late)) {
      for (const score of scores) done.add(itemOf(score));
      drawn.push(...drawSealed(scores.map(itemOf), { percent, seed }));
    }
    late = true;
  };
  const inOrder = arrivals.toSorted((a, b) => a.at - b.at);
  meet(inOrder.filter((one) => !one.late).flatMap(scoresOf));
  for (const one of inOrder.filter((one) => one.late)) meet(scoresOf(one));
  for (const one of inOrder) for (let times = 0; times < one.again; times += 1) meet(scoresOf(one));
  return canonical(drawn);
}

const quarterOf = fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 12 }).chain((sheets) =>
  fc.tuple(
    ...sheets.map((sheet) =>
      fc.record({
        sheet: fc.constant(sheet),
        late: fc.boolean(),
        at: fc.nat(1000),
        again: fc.nat(2),
      }),
    ),
  ),
);

describe("nobody steers a draw", () => {
  it("by order, timing or handing in again: who is on time decides, and how many", () => {
    fc.assert(
      fc.property(
        quarterOf,
        seedOf,
        fc.integer({ min: 1, max: 100 }),
        fc.nat(),
        (arrivals, seed, percent, other) => {
          const drawn = drawnIn(arrivals, seed, percent);
          const moved = arrivals.map((one, i) => ({
            ...one,
            at: (one.at * 7 + other * (i + 1)) % 1009,
            again: 0,
          }));
          expect(drawnIn(moved, seed, percent)).toEqual(drawn);
          const onTime = arrivals.filter(({ late }) => !late);
          const ofSheet = (sheet: number) =>
            drawn.filter((item) => item.startsWith(`sheet-${sheet}/`)).length;
          const sum = onTime.reduce((total, { sheet }) => total + ofSheet(sheet), 0);
          expect(sum).toBe(sampleSize(onTime.length * values.length, percent));
          for (const { sheet, late } of arrivals)
            if (late) expect(ofSheet(sheet)).toBe(sampleSize(values.length, percent));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("by changing what was not drawn: HR looks at whatever was drawn or is another score than took part", () => {
    const at = fc.constantFrom(4, 5, 6, 7, 8);
    const round = fc.record(Object.fromEntries(values.map((key) => [key, at])));
    const no = { verify: false, beneficiaryView: false, approve: false, refer: false };
    const routing = { ...no, sanction: false, sample: true };
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 4 }), seedOf, (rounds, seed) => {
        const [first = {}] = rounds;
        const scores = values.map((valueKey) => ({ appraisalId: "one", valueKey }));
        const drawn = drawSealed(scores.map(itemOf), { percent: 20, seed });
        const items = scores.map((score) => ({
          ...{ valueKey: score.valueKey, drawn: drawn.includes(itemOf(score)) },
          halfPoints: first[score.valueKey] ?? null,
        }));
        for (const now of rounds)
          for (const { valueKey, drawn: hit, halfPoints } of items) {
            const value = { key: valueKey, score: now[valueKey] ?? null, routing };
            const mark = drawMark({ sealed: true, items }, value);
            expect(mark !== null).toBe(hit || now[valueKey] !== halfPoints);
          }
      }),
    );
  });

  it("by coming after the seed is known: then all of it is looked at", () => {
    expect([percentOf(20, false), percentOf(20, true)]).toEqual([20, 100]);
  });

  it("by staying away: who comes late is drawn at least at the rate", () => {
    expect(populationsOf([], false)).toEqual([]);
    const two = [0, 1].flatMap((sheet) => scoresOf({ sheet, late: true, at: 0, again: 0 }));
    expect(populationsOf(two, false)).toHaveLength(1);
    expect(populationsOf(two, true).map(({ appraisalId }) => appraisalId)).toEqual([
      "sheet-0",
      "sheet-1",
    ]);
  });
});
