import { describe, expect, it } from "vitest";
import {
  addCase,
  changeCase,
  judge,
  placeCase,
  placesFor,
  removeCase,
  restoreCase,
  unjudge,
} from "@/components/sheet/state/edits";
import { newId } from "@/components/sheet/cases/new-id";
import type { RungDefinition } from "@/lib/scoring";
import { emptyValue } from "@/lib/sheet/rules";
import type { SheetCase, SheetValue } from "@/lib/sheet/types";
import { caseFor } from "../../support/sheets";

const words = { zh: "一句话", en: "a sentence" };
const rung = (point: number, grant: RungDefinition["grant"]): RungDefinition => ({
  point,
  grant,
  statement: words,
  meaning: words,
  supports: [],
  breaks: [],
  halfPoint: "usual",
  assumed: false,
});
const presumed = rung(1, "presumed");
const evidenced = rung(3, "evidenced");
const empty = emptyValue("a");
const id = () => "new";

describe("judging", () => {
  it.each(["partly", "unmet"] as const)(
    "a granted rung %s opens a contradicting case",
    (verdict) => {
      const after = judge(empty, presumed, verdict, [], id);
      expect(after.judgements).toEqual({ 1: verdict });
      expect(after.cases).toMatchObject([{ id: "new", rung: 1, kind: "contradicts", title: "" }]);
    },
  );

  it.each(["met", "partly"] as const)("an evidenced rung %s opens a supporting case", (verdict) => {
    const after = judge(empty, evidenced, verdict, [], id);
    expect(after.cases).toMatchObject([{ rung: 3, kind: "supports" }]);
  });

  it("opens none where one stands already, on either side", () => {
    const stands = caseFor(3, "supports");
    expect(judge({ ...empty, cases: [stands] }, evidenced, "met", [], id).cases).toEqual([stands]);
    expect(judge(empty, evidenced, "met", [stands], id).cases).toEqual([]);
    // Not seen yet, so it may stand there; what is against somebody is the judge's own to write.
    expect(judge(empty, evidenced, "met", null, id).cases).toEqual([]);
    expect(judge(empty, presumed, "unmet", null, id).cases).toHaveLength(1);
  });

  it("a case of another rung or kind is not enough", () => {
    const others = [caseFor(4, "supports"), caseFor(3, "contradicts")];
    expect(judge(empty, evidenced, "met", others, id).cases).toHaveLength(1);
  });

  it("changing one's mind takes the empty case away, never a written one", () => {
    const opened = judge(empty, presumed, "unmet", [], id);
    expect(judge(opened, presumed, "met", [], id).cases).toEqual([]);
    const written = changeCase(opened, "new", { title: "迟到" });
    const back = judge(written, presumed, "met", [], id);
    expect(back.cases).toHaveLength(1);
    expect(back.judgements).toEqual({ 1: "met" });
  });
});

describe("taking a verdict back", () => {
  it("leaves the rung not judged and the others as they are", () => {
    const judged = { ...empty, judgements: { 1: "met", 3: "met" } as const };
    expect(unjudge(judged, evidenced).judgements).toEqual({ 1: "met", 3: undefined });
  });

  it("takes away the empty case it brought along, never a written one or another rung's", () => {
    const other = caseFor(4, "supports");
    const opened = judge({ ...empty, cases: [other] }, evidenced, "met", [], id);
    expect(unjudge(opened, evidenced).cases).toEqual([other]);
    const written = changeCase(opened, "new", { title: "连夜补发" });
    expect(unjudge(written, evidenced).cases).toHaveLength(2);
  });
});

describe("cases", () => {
  it("the kind follows the grant", () => {
    expect(addCase(empty, presumed, "x").cases[0]?.kind).toBe("contradicts");
    expect(addCase(empty, evidenced, "x").cases[0]?.kind).toBe("supports");
  });

  it("typing reaches its case alone", () => {
    const two = addCase(addCase(empty, evidenced, "x"), evidenced, "y");
    const after = changeCase(two, "y", { action: "做了" });
    expect(after.cases.map(({ action }) => action)).toEqual(["", "做了"]);
  });

  it("without its last contradicting case a granted rung is granted again", () => {
    const lowered = judge(empty, presumed, "unmet", [], id);
    expect(removeCase(lowered, presumed, "new", []).judgements[1]).toBeUndefined();
  });

  it("it stays lowered while another contradicting case stands, whoever filed it", () => {
    const lowered = judge(empty, presumed, "unmet", [], id);
    const stands = [caseFor(1, "contradicts")];
    expect(removeCase(lowered, presumed, "new", stands).judgements[1]).toBe("unmet");
  });

  it("an evidenced rung keeps its verdict and shows what it lacks", () => {
    const met = judge(empty, evidenced, "met", [], id);
    expect(removeCase(met, evidenced, "new", []).judgements[3]).toBe("met");
  });

  it("undo puts case and verdict back at their place, whatever was written since", () => {
    const lowered = judge(empty, presumed, "unmet", [], id);
    const removed = removeCase(lowered, presumed, "new", []);
    const later = addCase(removed, evidenced, "later");
    const undone = restoreCase(later, lowered, "new");
    expect(undone.cases.map((item) => item.id)).toEqual(["new", "later"]);
    expect(undone.judgements[1]).toBe("unmet");
    expect(restoreCase(undone, lowered, "new")).toBe(undone);
  });
});

it("new ids are UUIDs of version 4 and differ", () => {
  const ids = Array.from({ length: 200 }, newId);
  expect(new Set(ids).size).toBe(200);
  for (const made of ids)
    expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

describe("moving a case", () => {
  const values = ["a", "b"].map((key) => ({
    ...{ key, name: words, meaning: words, gated: true, assumed: false },
    rungs: [rung(1, "presumed"), rung(2, "evidenced"), rung(3, "evidenced")],
  }));
  const item = caseFor(3, "supports");
  const holder = { ...empty, cases: [item] };
  const offered = (one: SheetCase, sheet: readonly SheetValue[]) =>
    placesFor(one, values, sheet).map(({ key, rungs }) => [key, rungs.map(({ point }) => point)]);

  it("goes to any other level that asks for its kind", () => {
    expect(offered(item, [holder, emptyValue("b")])).toEqual([
      ["a", [2]],
      ["b", [2, 3]],
    ]);
    const against = caseFor(1, "contradicts");
    expect(offered(against, [{ ...empty, cases: [against] }, emptyValue("b")])).toEqual([
      ["b", [1]],
    ]);
  });

  it("not to a value that holds as many as fit, nor away from the one it is in for that reason", () => {
    const full = Array.from({ length: 40 }, () => caseFor(3, "supports"));
    expect(offered(item, [holder, { ...emptyValue("b"), cases: full }])).toEqual([["a", [2]]]);
    const last = { ...empty, cases: [item, ...full.slice(1)] };
    expect(offered(item, [last, emptyValue("b")])).toContainEqual(["a", [2]]);
  });

  it("stands once, at the end of where it goes", () => {
    const other = caseFor(2, "supports");
    const moved = placeCase({ ...empty, cases: [item, other] }, { ...item, rung: 2 });
    expect(moved.cases).toEqual([other, { ...item, rung: 2 }]);
  });
});
