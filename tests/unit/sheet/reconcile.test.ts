import { describe, expect, it } from "vitest";
import {
  freshSlot,
  isUnsaved,
  keepOurs,
  reconcile,
  reconcileAll,
  same,
  takeTheirs,
} from "@/components/autosave/reconcile";
import type { Slot } from "@/components/autosave/types";
import { emptyValue } from "@/lib/sheet/rules";
import type { SheetValue } from "@/lib/sheet/types";
import { caseFor } from "../../support/sheets";

const story = caseFor(3, "supports", { id: "11111111-1111-4111-8111-111111111111" });
const base: SheetValue = {
  key: "a",
  judgements: { 1: "met" },
  cases: [story],
  justification: "",
  inDoubt: false,
};
const retitled = (title: string): SheetValue => ({ ...base, cases: [{ ...story, title }] });
const slot = (over: Partial<Slot<SheetValue>>): Slot<SheetValue> => ({
  ...freshSlot(base),
  ...over,
});

describe("same", () => {
  it("takes a verdict taken back for one never given", () => {
    expect(same(base, { ...base, judgements: { 1: "met", 2: undefined } })).toBe(true);
  });

  it.each<[string, SheetValue]>([
    ["a verdict", { ...base, judgements: { 1: "unmet" } }],
    ["a further verdict", { ...base, judgements: { 1: "met", 2: "met" } }],
    ["a case's text", retitled("x")],
    ["a case gone", { ...base, cases: [] }],
    ["the justification", { ...base, justification: "x" }],
  ])("sees %s", (_, other) => {
    expect(same(base, other)).toBe(false);
    expect(same(other, base)).toBe(false);
  });

  it("sees the order of cases", () => {
    const two = [story, { ...story, id: "2" }];
    expect(same({ ...base, cases: two }, { ...base, cases: two.toReversed() })).toBe(false);
  });
});

describe("reconcile", () => {
  it("keeps ours and sends it again when the server holds what it was known to hold", () => {
    const ours = retitled("ours");
    const after = reconcile(slot({ ours }), { ...base });
    expect(after).toMatchObject({ ours, theirs: null });
    expect(isUnsaved(after)).toBe(true);
  });

  it("shows another device's change where nothing was typed here", () => {
    const server = retitled("theirs");
    expect(reconcile(slot({}), server)).toEqual(freshSlot(server));
  });

  it("shows both when both changed, and counts as unsaved until one is chosen", () => {
    const ours = retitled("ours");
    const theirs = retitled("theirs");
    const after = reconcile(slot({ ours }), theirs);
    expect(after).toMatchObject({ ours, theirs, base });
    expect(isUnsaved(after)).toBe(true);
  });

  it("disputes nothing when both wrote the same", () => {
    const same = retitled("same");
    const after = reconcile(slot({ ours: same }), retitled("same"));
    expect(after.theirs).toBeNull();
    expect(isUnsaved(after)).toBe(false);
  });

  it("knows its own save whose answer was lost, though typing went on", () => {
    const sent = retitled("half a");
    const ours = retitled("half a sentence");
    const after = reconcile(slot({ sent: [retitled("hal"), sent], ours }), retitled("half a"));
    expect(after).toMatchObject({ ours, theirs: null, sent: [] });
    expect(same(after.base, sent)).toBe(true);
  });

  it("what was sent later may still arrive: it is no other device's change either", () => {
    const ours = retitled("half a sentence");
    const sent = [retitled("hal"), retitled("half a")];
    const before = reconcile(slot({ sent, ours }), base);
    const halfway = reconcile(before, retitled("hal"));
    expect(halfway).toMatchObject({ ours, theirs: null, sent: [retitled("half a")] });
    expect(reconcile(halfway, retitled("half a"))).toMatchObject({ ours, theirs: null, sent: [] });
  });

  it("a dispute ends by itself when the other device goes back", () => {
    const disputed = reconcile(slot({ ours: retitled("ours") }), retitled("theirs"));
    expect(reconcile(disputed, base).theirs).toBeNull();
  });

  it("touches each value for itself, and empties one the server no longer holds", () => {
    const ours = retitled("ours");
    const slots = { a: slot({ ours }), b: freshSlot({ ...base, key: "b" }) };
    const after = reconcileAll(slots, [base], emptyValue);
    expect(after["a"]?.ours).toEqual(ours);
    expect(after["b"]?.ours).toEqual({
      key: "b",
      judgements: {},
      cases: [],
      justification: "",
      inDoubt: false,
    });
  });
});

describe("choosing", () => {
  const ours = retitled("ours");
  const theirs = retitled("theirs");
  const disputed = reconcile(slot({ ours }), theirs);

  it("ours goes out over theirs, knowingly", () => {
    const kept = keepOurs(disputed);
    expect(kept).toMatchObject({ ours, base: theirs, theirs: null });
    expect(isUnsaved(kept)).toBe(true);
  });

  it("theirs stays", () => {
    expect(takeTheirs(disputed)).toEqual(freshSlot(theirs));
  });

  it("without a dispute neither does anything", () => {
    const calm = slot({ ours });
    expect(keepOurs(calm)).toBe(calm);
    expect(takeTheirs(calm)).toBe(calm);
  });
});
