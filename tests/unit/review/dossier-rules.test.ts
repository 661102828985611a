import { describe, expect, it } from "vitest";
import {
  historyOf,
  lastWordOn,
  onward,
  pinFaults,
  reviewNeeds,
  type HistoryRows,
} from "@/lib/dossier/rules";
import {
  defaultFrameworkKey,
  defaultPolicyKey,
  frameworkPresets,
  policyPresets,
} from "@/lib/presets";
import { resultOf } from "@/lib/sheet/rules";
import { sheetWith, type Scores } from "../../support/sheets";

const now = new Date("2026-11-21T02:00:00Z");
const framework = found(frameworkPresets.find(({ key }) => key === defaultFrameworkKey));
const policy = found(policyPresets.find(({ key }) => key === defaultPolicyKey));

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

const confirmed = {
  valueKey: "integrity",
  halfPoints: 2,
  round: 1,
  verdict: "confirmed",
} as const;
const returned = { ...confirmed, verdict: "returned" } as const;

describe("what is still to be checked", () => {
  const result = resultWith({ "customer-first": 10, integrity: 2 });

  it("holds everything at first", () => {
    expect(reviewNeeds(result, none, [], [])).toEqual({
      toVerify: ["customer-first", "integrity"],
      toApprove: ["customer-first"],
    });
  });

  it("believes the last word on a score, not any word", () => {
    expect(reviewNeeds(result, none, [confirmed], []).toVerify).toEqual(["customer-first"]);
    expect(reviewNeeds(result, none, [confirmed, returned], []).toVerify).toContain("integrity");
    expect(reviewNeeds(result, none, [returned, confirmed], []).toVerify).not.toContain(
      "integrity",
    );
  });

  it("does not carry a word over to another score", () => {
    const other = { ...confirmed, halfPoints: 1 };
    expect(reviewNeeds(result, none, [other], []).toVerify).toContain("integrity");
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
    expect(reviewNeeds(doubted, since(1), looked, []).toVerify).toEqual([]);
    expect(reviewNeeds(doubted, since(2), looked, []).toVerify).toEqual(["integrity", "passion"]);
    const again = [...looked, { ...confirmed, round: 2 }];
    expect(reviewNeeds(doubted, since(2), again, []).toVerify).toEqual(["passion"]);
    const certain = resultWith({ integrity: 2 }, manual);
    expect(reviewNeeds(certain, since(2), looked, []).toVerify).toEqual([]);
  });
});

describe("moving on", () => {
  it.each([
    [["a"], ["b"], "hr_audit"],
    [[], ["b"], "approval"],
  ])(
    "with %j to verify and %j to approve goes to %3$s, not final",
    (toVerify, toApprove, state) => {
      const moved = onward({ toVerify, toApprove }, now);
      expect(moved).toEqual({ state, stateSince: now, returnedFrom: null });
    },
  );

  it("is final with nothing left", () => {
    expect(onward({ toVerify: [], toApprove: [] }, now)).toEqual({
      state: "interview",
      stateSince: now,
      returnedFrom: null,
      finalAt: now,
    });
  });
});

describe("where a return points", () => {
  it.each([
    [{ value: null, rung: null }, {}],
    [{ value: "integrity", rung: null }, {}],
    [{ value: "integrity", rung: 5 }, {}],
    [{ value: null, rung: 1 }, { value: { code: "value_required" } }],
    [{ value: "wisdom", rung: 1 }, { value: { code: "unknown_value" } }],
    [{ value: "integrity", rung: 6 }, { rung: { code: "unknown_rung" } }],
  ])("%j", (pin, faults) => {
    expect(pinFaults(framework, pin)).toEqual(faults);
  });
});

describe("the history", () => {
  const at = (minute: number) => new Date(now.getTime() + minute * 60_000);
  const rows: HistoryRows = {
    submissions: [{ id: "s", side: "self", number: 1, submittedAt: at(0), submittedById: "p" }],
    returns: [
      {
        id: "r1",
        fromState: "manager_scoring",
        toState: "self_review",
        reason: "补时间",
        caseReason: null,
        valueKey: null,
        point: null,
        resolvedAt: at(2),
        byId: "m",
        at: at(1),
      },
      {
        id: "r2",
        fromState: "hr_audit",
        toState: "manager_scoring",
        reason: "太单薄",
        caseReason: "insufficient",
        valueKey: "integrity",
        point: 2,
        resolvedAt: null,
        byId: "h",
        at: at(4),
      },
    ],
    decisions: [
      { id: "d1", round: 1, verdict: "returned", comment: "再看", byId: "b", at: at(3) },
      { id: "d2", round: 2, verdict: "agreed", comment: "", byId: "b", at: at(5) },
    ],
    verifications: [
      { id: "v1", ...confirmed, comment: "属实", byId: "h", at: at(6) },
      { id: "v2", ...returned, comment: "太单薄", byId: "h", at: at(4) },
    ],
    approvals: [
      {
        id: "a1",
        valueKey: "passion",
        halfPoints: 10,
        verdict: "approved",
        reason: "可推广",
        byId: "a",
        at: at(7),
      },
    ],
  };
  const told = (sight: Parameters<typeof historyOf>[1]) =>
    historyOf(rows, sight, (id) => id.toUpperCase()).map(({ id }) => id);

  it("tells HR everything, newest first, and no refusal twice", () => {
    expect(told({ values: "all", hrNotes: true, doubts: true, inner: true })).toEqual([
      "a1",
      "v1",
      "d2",
      "r2",
      "r1",
      "s",
    ]);
  });

  it("tells the line above no finding and no vote", () => {
    expect(told({ values: "all", hrNotes: false, doubts: true, inner: true })).toEqual([
      "d2",
      "r2",
      "r1",
      "s",
    ]);
  });

  it("tells the employee only of what came back to them", () => {
    expect(told({ values: "all", hrNotes: false, doubts: false, inner: false })).toEqual([
      "r1",
      "s",
    ]);
  });
});
