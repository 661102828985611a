import { describe, expect, it } from "vitest";
import {
  firstAsked,
  lastWordOn,
  nextAfterReview,
  owedAfter,
  reviewNeeds,
  without,
} from "@/lib/review/rules/needs";
import { pinFaults, pinnedTo } from "@/lib/review/rules/pins";
import { defaultFrameworkKey, frameworkPresets, policyPresets } from "@/lib/presets";
import type { VerificationOf } from "@/lib/review/types";
import { emptyValue, resultOf } from "@/lib/sheet/rules";
import { classicBefore } from "../../support/documents";
import { sheetWith, type Scores } from "../../support/sheets";
import { confirmed, returned } from "./support";

const framework = found(frameworkPresets.find(({ key }) => key === defaultFrameworkKey));
const policy = classicBefore;

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("missing preset");
  return value;
}

function resultWith(scores: Scores, rules = policy, inDoubt: readonly string[] = []) {
  const sheet = sheetWith(framework, "manager", scores);
  const doubted = ({ key }: { key: string }) => inDoubt.includes(key);
  const values = sheet.values.map((value) => ({ ...value, inDoubt: doubted(value) }));
  const self = sheetWith(framework, "self", scores);
  return resultOf(framework, rules, { self, manager: { ...sheet, values } }, "manager");
}

const none = new Map<string, never>();
const sampled = { sealed: false, items: [] };

describe("what is still to be checked", () => {
  const result = resultWith({ "customer-first": 10, integrity: 2 });

  it("holds everything at first", () => {
    expect(reviewNeeds(result, { doubts: none, round: 2, sampled }, [], [])).toEqual({
      toVerify: ["customer-first", "integrity"],
      toApprove: ["customer-first"],
      awaitsDraw: false,
    });
  });

  it("believes the last word on a score, not any word", () => {
    expect(
      reviewNeeds(result, { doubts: none, round: 2, sampled }, [confirmed], []).toVerify,
    ).toEqual(["customer-first"]);
    expect(
      reviewNeeds(result, { doubts: none, round: 2, sampled }, [confirmed, returned], []).toVerify,
    ).toContain("integrity");
    expect(
      reviewNeeds(result, { doubts: none, round: 2, sampled }, [returned, confirmed], []).toVerify,
    ).not.toContain("integrity");
  });

  it("does not carry a word over to another score", () => {
    const other = { ...confirmed, halfPoints: 1 };
    expect(
      reviewNeeds(result, { doubts: none, round: 2, sampled }, [other], []).toVerify,
    ).toContain("integrity");
    expect(lastWordOn([other, confirmed], "integrity", 2)).toBe(confirmed);
    expect(lastWordOn([other], "integrity", 2)).toBeNull();
    expect(lastWordOn([confirmed], "integrity", null)).toBeNull();
  });

  it("asks again for a doubt raised after the score was confirmed, not for one HR knew of", () => {
    const manual = found(policyPresets.find(({ key }) => key === "manual-2006"));
    const doubted = resultWith({ integrity: 2, passion: 6 }, manual, ["integrity", "passion"]);
    const looked = [confirmed, { ...confirmed, valueKey: "passion", halfPoints: 6 }];
    const since = (round: number) =>
      new Map(["integrity", "passion"].map((key) => [key, { byId: "m", round }]));
    expect(
      reviewNeeds(doubted, { doubts: since(1), round: 2, sampled }, looked, []).toVerify,
    ).toEqual([]);
    expect(
      reviewNeeds(doubted, { doubts: since(2), round: 2, sampled }, looked, []).toVerify,
    ).toEqual(["integrity", "passion"]);
    const again = [...looked, { ...confirmed, round: 2 }];
    expect(
      reviewNeeds(doubted, { doubts: since(2), round: 2, sampled }, again, []).toVerify,
    ).toEqual(["passion"]);
    const certain = resultWith({ integrity: 2 }, manual);
    expect(
      reviewNeeds(certain, { doubts: since(2), round: 2, sampled }, looked, []).toVerify,
    ).toEqual([]);
  });
});

describe("a value that a consequence rests on", () => {
  const facts = { ...policy, sanctionNeedsFacts: true };
  const low = resultWith({ integrity: 4, teamwork: 4, passion: 10 }, facts);
  const word = { ...confirmed, halfPoints: 4 };
  const asked = (round: number) =>
    reviewNeeds(low, { doubts: none, round, sampled }, [word], []).toVerify.includes("integrity");

  it("is verified in the round whose total it leads to, not by a look of an earlier one", () => {
    expect([1, 2].map(asked)).toEqual([false, true]);
  });

  it("asks no second look of a 5 beside it, nor where the policy asks for no facts", () => {
    const five = { ...word, valueKey: "passion", halfPoints: 10 };
    const ofFive = reviewNeeds(low, { doubts: none, round: 2, sampled }, [five], []).toVerify;
    expect(ofFive).not.toContain("passion");
    const silent = { ...facts, sanctionNeedsFacts: false };
    const off = reviewNeeds(
      resultWith({ integrity: 4 }, silent),
      { doubts: none, round: 2, sampled },
      [],
      [],
    );
    expect(off.toVerify).toEqual([]);
  });
});

describe("the draw", () => {
  const result = resultWith({ integrity: 2 });
  const needsAfter = (
    items: readonly { valueKey: string; drawn: boolean; halfPoints: number | null }[],
    words: readonly VerificationOf[] = [confirmed],
  ) => reviewNeeds(result, { doubts: none, round: 1, sampled: { sealed: true, items } }, words, []);
  const all = result.values.flatMap(({ key, routing }) => (routing.sample ? [key] : []));
  const scoreOf = (valueKey: string) =>
    result.values.find(({ key }) => key === valueKey)?.score ?? null;
  const drawn = all.map((valueKey, index) => ({
    ...{ valueKey, drawn: index === 0 },
    halfPoints: scoreOf(valueKey),
  }));

  it("is waited for while a score that may be drawn has not taken part", () => {
    expect(needsAfter([])).toMatchObject({ toVerify: [], awaitsDraw: true });
    expect(needsAfter(drawn.slice(1)).awaitsDraw).toBe(true);
    expect(needsAfter(drawn).awaitsDraw).toBe(false);
    const unsealed = { doubts: none, round: 1, sampled };
    expect(reviewNeeds(result, unsealed, [confirmed], []).awaitsDraw).toBe(false);
  });

  it("asks HR to verify what was drawn, until it is confirmed, and nothing else", () => {
    const [first = ""] = all;
    expect(needsAfter(drawn).toVerify).toEqual([first]);
    const halfPoints = scoreOf(first) ?? 0;
    const word = { ...confirmed, valueKey: first, halfPoints };
    expect(needsAfter(drawn, [confirmed, word]).toVerify).toEqual([]);
  });

  it("asks HR for a score that is another than the one that took part, or of which that is not known", () => {
    const [first = "", second = "", third = ""] = all;
    const altered = drawn.map((item) =>
      item.valueKey === second
        ? { ...item, halfPoints: (item.halfPoints ?? 0) + 1 }
        : item.valueKey === third
          ? { ...item, halfPoints: null }
          : item,
    );
    expect(needsAfter(altered).toVerify).toEqual([first, second, third]);
    expect(needsAfter(altered).awaitsDraw).toBe(false);
    const words = [second, third].map((valueKey) => ({
      ...{ ...confirmed, valueKey },
      halfPoints: scoreOf(valueKey) ?? 0,
    }));
    expect(needsAfter(altered, [confirmed, ...words]).toVerify).toEqual([first]);
  });

  it("does not ask twice for a drawn score that must be verified anyway, nor for one that is no longer drawn from", () => {
    const low = [...drawn, { valueKey: "integrity", drawn: true, halfPoints: 6 }];
    expect(needsAfter(low, [confirmed]).toVerify).toEqual(all.slice(0, 1));
    expect(needsAfter(low, []).toVerify.filter((key) => key === "integrity")).toHaveLength(1);
  });
});

describe("moving on", () => {
  it.each([
    ["second_level", ["a"], ["b"], "hr_audit"],
    ["second_level", [], ["b"], "approval"],
    ["second_level", [], [], "interview"],
    ["hr_audit", [], ["b"], "approval"],
    ["hr_audit", [], [], "interview"],
    ["approval", [], [], "interview"],
  ] as const)(
    "from %s with %j to verify and %j to approve goes to %s",
    (from, toVerify, toApprove, state) => {
      expect(nextAfterReview(from, { toVerify, toApprove, awaitsDraw: false })).toBe(state);
    },
  );

  it("never passes over a state that asks nothing of single scores", () => {
    const nothing = { toVerify: [], toApprove: [], awaitsDraw: false };
    const next = ["hr_audit", "made_up", "approval"] as const;
    expect(firstAsked(next, nothing)).toBe("made_up");
    expect(firstAsked(next, { ...nothing, toVerify: ["a"] })).toBe("hr_audit");
    expect(firstAsked(next, { ...nothing, awaitsDraw: true })).toBe("hr_audit");
    expect(firstAsked(["approval"], nothing)).toBeUndefined();
  });

  it("does not ask again for what was just answered", () => {
    expect(without(["a", "b"], "a")).toEqual(["b"]);
  });
});

describe("what comes back to whoever returned it", () => {
  const taken = { ...confirmed, verdict: "taken_back" as const };
  const owed = (...words: Parameters<typeof owedAfter>[0][number][]) => [
    ...owedAfter(words, []).hr,
  ];

  it("is the value whose last standing word is a return, at whatever score", () => {
    expect(owed(returned)).toEqual(["integrity"]);
    expect(owed(confirmed, returned)).toEqual(["integrity"]);
    expect(owed(returned, { ...confirmed, halfPoints: 4, round: 2 })).toEqual([]);
  });

  it("is nothing once the return is taken back, and is again once the yes after it is", () => {
    expect(owed(returned, taken)).toEqual([]);
    expect(owed(returned, returned, taken)).toEqual([]);
    expect(owed(returned, { ...confirmed, round: 2 }, { ...taken, round: 2 })).toEqual([
      "integrity",
    ]);
  });
});

describe("where a return points", () => {
  const written = (id: string, rung: number, title: string) => ({
    ...{ id, rung, title, kind: "supports" as const, happenedOn: "" },
    ...{ happened: "", action: "", outcome: "", beneficiary: "" },
  });
  const sheetOf = (side: "self" | "manager", item: ReturnType<typeof written>) => ({
    side,
    values: [{ ...emptyValue("integrity"), cases: [item] }],
  });
  const sheets = {
    self: sheetOf("self", written("self", 1, "自己写的")),
    manager: sheetOf("manager", written("manager", 2, "经理写的")),
  };

  it.each([
    [{}, {}],
    [{ value: "integrity" }, {}],
    [{ value: "integrity", rung: 5 }, {}],
    [{ rung: 1 }, { value: { code: "value_required" } }],
    [{ caseId: "1" }, { value: { code: "value_required" } }],
    [{ value: "wisdom", rung: 1 }, { value: { code: "unknown_value" } }],
    [{ value: "integrity", rung: 6 }, { rung: { code: "unknown_rung" } }],
    [{ value: "integrity", caseId: "self" }, {}],
    [{ value: "integrity", rung: 2, caseId: "manager" }, {}],
    [{ value: "integrity", rung: 1, caseId: "manager" }, { caseId: { code: "unknown_case" } }],
    [{ value: "passion", caseId: "self" }, { caseId: { code: "unknown_case" } }],
  ])("%j", (given, faults) => {
    const pin = { value: null, rung: null, caseId: null, ...given };
    const fields = Object.entries(faults).map(([field, fault]) => [`reasons.1.${field}`, fault]);
    const plain = { value: null, rung: null, caseId: null };
    expect(pinFaults({ framework, sheets }, [plain, pin])).toEqual(Object.fromEntries(fields));
  });

  it("is a case's own rung, and keeps what the case was called", () => {
    const pin = { value: "integrity", rung: null, caseId: "manager" };
    expect(pinnedTo(sheets, pin)).toEqual({
      value: "integrity",
      rung: 2,
      about: { caseId: "manager", title: "经理写的" },
    });
    expect(pinnedTo(sheets, { ...pin, rung: 4, caseId: null })).toMatchObject({
      rung: 4,
      about: null,
    });
  });
});
