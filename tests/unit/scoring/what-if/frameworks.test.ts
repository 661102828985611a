import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  encode,
  replay,
  scorerOf,
  scoreSheet,
  type ReplayInput,
  type Rules,
  type SheetInput,
} from "@/lib/scoring";
import { anyInput, anyLetters, inside } from "../proof/any";
import { said, valueOf } from "../support";
import { rulesOver } from "./support";

// Judgements made under one framework and read under another: every rung finds its own signal or none.

const before = rulesOver([valueOf("ppeee", true, "a"), valueOf("eee", true, "b")]);

/** Sheets one after the other, as signals. */
function pack({ framework, policy }: Rules, sheets: readonly SheetInput[]) {
  const { width, values } = scorerOf(framework, policy);
  const signals = new Uint8Array(width * sheets.length);
  sheets.forEach((sheet, row) => {
    for (const { definition, offset } of values) {
      const input = sheet[definition.key] ?? { judgements: {}, cases: [] };
      encode(definition, input, signals, row * width + offset);
    }
  });
  return sheets.map((_, row) => ({
    id: `E${row}`,
    signals,
    at: row * width,
    written: [],
    inDoubt: [],
  }));
}

describe("a framework after", () => {
  const sheet = { a: said("met,partly!,-,-,-"), b: said("E,E,E") };

  it.each([
    ["with the same rungs", "a ppeee, b eee", 9],
    ["with the values the other way round", "b eee, a ppeee", 9],
    ["as wide, with a rung less here and a rung more there", "a ppee, b eeee", null],
    ["with fewer rungs", "a p, b ee", 6],
    ["with presumed rungs nobody was asked about", "a pp, b eeepp", 13],
  ])("%s", (_, letters, total) => {
    const values = letters.split(", ").map((value) => value.split(" "));
    const after = rulesOver(values.map(([key = "", rungs = ""]) => valueOf(rungs, true, key)));
    const record = replay(before, after).add({ id: "E", values: sheet });
    expect([record.before.total, record.after.total]).toEqual([9, total]);
  });

  it.each([
    ["one value under another key", ["a", "c"]],
    ["one value more", ["a", "b", "c"]],
    ["one value less", ["a"]],
  ])("with %s is refused", (_, keys) => {
    const after = rulesOver(keys.map((key) => valueOf("pp", true, key)));
    expect(() => replay(before, after)).toThrow(
      new RangeError("the frameworks do not have the same values"),
    );
  });

  it("leaves a rung open whatever the neighbour’s sheet says", () => {
    const after = rulesOver([valueOf("ppeeee", true, "a"), valueOf("eeee", true, "b")]);
    const full = { a: said("met,met,E,E,E"), b: said("E,E,E") };
    const run = replay(before, after);
    const records = pack(before, [full, full, full]).map(run.addPacked);
    expect(records.map(({ before: was }) => was.total)).toEqual([16, 16, 16]);
    expect(records.map(({ after: is }) => is.total)).toEqual([null, null, null]);
  });

  const keys = ["a", "b", "c"];
  const anyRungs = fc.array(anyLetters, { minLength: 3, maxLength: 3 });
  const anyPeople = fc.array(fc.array(anyInput, { minLength: 3, maxLength: 3 }), { maxLength: 3 });
  const anyOrder = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });

  it("scores what was judged as it would score it itself", () => {
    fc.assert(
      fc.property(anyRungs, anyRungs, anyOrder, anyPeople, (old, fresh, order, people) => {
        const valueAt = (rungs: readonly string[], index: number) =>
          valueOf(rungs[index] ?? "", true, keys[index]);
        const was = rulesOver(keys.map((_, index) => valueAt(old, index)));
        const is = rulesOver(order.map((index) => valueAt(fresh, index)));
        const sheets = people.map((inputs): SheetInput =>
          Object.fromEntries(
            was.framework.values.flatMap((value, index) => {
              const input = inputs[index];
              return input === undefined ? [] : [[value.key, inside(value, input)]];
            }),
          ),
        );
        const run = replay(was, is);
        const records = pack(was, sheets).map(run.addPacked);
        const totals = ({ framework, policy }: Rules) =>
          sheets.map((sheet) => scoreSheet(framework, policy, sheet).total);
        expect(records.map((record) => record.before.total)).toEqual(totals(was));
        expect(records.map((record) => record.after.total)).toEqual(totals(is));
      }),
    );
  });
});

describe("one sheet after the other", () => {
  const people: readonly ReplayInput[] = [
    { id: "E1", values: { a: said("met,met,E,E,E"), b: said("E,E,E") } },
    { id: "E2", values: { b: said("E,E,E") } },
    { id: "E3", values: { a: said("met,unmet!,-,-,-") } },
    { id: "E4", values: { a: said("met,met,E,E,E"), b: said("unmet,-,-") } },
  ];

  it("leaves nothing behind for the next", () => {
    const run = replay(before, before);
    const records = people.map(run.add);
    expect(records).toEqual(people.map((one) => replay(before, before).add(one)));
    expect(records.map((one) => one.before.total)).toEqual([16, null, null, 10]);
  });
});
