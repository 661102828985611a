import { describe, expect, test } from "vitest";
import {
  auditReason,
  bandOf,
  isLibraryCandidate,
  justificationRule,
  mustVerify,
  routeScore,
  type PolicyDocument,
  type Routing,
} from "@/lib/scoring";
import { policy, scoresOnly, sixVeinsLadder, valueOf } from "./support";

const classic = scoresOnly;
const manual = policy("manual-2006");
const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe("written justification", () => {
  const asked = (document: PolicyDocument) =>
    scores.filter((score) => justificationRule(document, score).required);

  test("classic asks at exactly 0, exactly 0.5, and from 4", () => {
    expect(asked(classic)).toEqual([0, 1, 8, 9, 10]);
  });

  test("the 2006 manual asks up to 0.5 and from 3", () => {
    expect(asked(manual)).toEqual([0, 1, 6, 7, 8, 9, 10]);
  });

  test.each([
    [classic, 0, { required: true, reason: "exactly", threshold: 0 }],
    [classic, 1, { required: true, reason: "exactly", threshold: 1 }],
    [classic, 2, { required: false, reason: null, threshold: null }],
    [classic, 7, { required: false, reason: null, threshold: null }],
    [classic, 8, { required: true, reason: "at-least", threshold: 8 }],
    [classic, 10, { required: true, reason: "at-least", threshold: 8 }],
    [manual, 0, { required: true, reason: "at-most", threshold: 1 }],
    [manual, 5, { required: false, reason: null, threshold: null }],
    [manual, 6, { required: true, reason: "at-least", threshold: 6 }],
  ])("$0.key gives its reason for $1 half-points", (document, score, expected) => {
    expect(justificationRule(document, score)).toEqual(expected);
  });

  test("a policy that asks for nothing asks for nothing", () => {
    const silent = { ...classic, justification: { exactly: [], atLeast: null, atMost: null } };
    expect(scores.some((score) => justificationRule(silent, score).required)).toBe(false);
  });
});

describe("bands on the six-value total", () => {
  test.each([
    [60, "excellent"],
    [54, "excellent"],
    [53, "good"],
    [46, "good"],
    [45, "pass"],
    [38, "pass"],
    [37, "fail"],
    [0, "fail"],
  ])("classic: %d half-points are %s", (total, key) => {
    expect(bandOf(classic, total, 60).key).toBe(key);
  });

  test.each([
    [60, "consistently-exceeds", 4.5],
    [48, "consistently-exceeds", 4.5],
    [47, "exceeds", 4],
    [40, "exceeds", 4],
    [39, "partly-exceeds", 3.75],
    [36, "partly-exceeds", 3.75],
    [35, "meets", 3.5],
    [30, "meets", 3.5],
    [29, "needs-to-improve", 3.25],
    [24, "needs-to-improve", 3.25],
    [23, "must-improve", 3],
    [21, "must-improve", 3],
    [20, "unacceptable", 2.5],
    [0, "unacceptable", 2.5],
  ])("2006 manual: %d half-points are %s, rated %d", (total, key, rating) => {
    expect(bandOf(manual, total, 60)).toMatchObject({ key, rating });
  });

  test("only the last band is the lowest", () => {
    expect(bandOf(classic, 37, 60).lowest).toBe(true);
    expect(bandOf(classic, 38, 60).lowest).toBe(false);
    expect(bandOf(manual, 21, 60).lowest).toBe(false);
  });

  test("a total outside the sheet is refused, not clamped", () => {
    expect(() => bandOf(classic, 61, 60)).toThrow(RangeError);
    expect(() => bandOf(classic, -1, 60)).toThrow(RangeError);
    expect(() => bandOf(classic, 3.5, 60)).toThrow(RangeError);
  });
});

describe("bands scale with the maximum of the framework", () => {
  test.each([
    [81, "excellent"],
    [80, "good"],
    [69, "good"],
    [68, "pass"],
    [57, "pass"],
    [56, "fail"],
  ])("nine swords, 45 points: %d half-points are %s", (total, key) => {
    expect(bandOf(classic, total, 90).key).toBe(key);
  });

  test.each([
    [27, "excellent"],
    [26, "good"],
    [23, "good"],
    [22, "pass"],
    [19, "pass"],
    [18, "fail"],
  ])("go-getter, 15 points: %d half-points are %s", (total, key) => {
    expect(bandOf(classic, total, 30).key).toBe(key);
  });

  test("a bound that falls between two halves is reached by the next half above", () => {
    // 54 of 60 is 12.6 of 14.
    expect(bandOf(classic, 12, 14).key).toBe("good");
    expect(bandOf(classic, 13, 14).key).toBe("excellent");
  });

  test("the full mark is the best band at any size", () => {
    const sizes = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(sizes.filter((max) => bandOf(classic, max, max).key !== "excellent")).toEqual([]);
  });
});

describe("routing after the second level", () => {
  const routed = (key: "verify" | "beneficiaryView" | "approve", document = classic) =>
    scores.filter((score) => routeScore(document, sixVeinsLadder, score)[key]);

  test.each([classic, manual])("$key verifies up to 1 and from 4; 1.5 is sampled", (document) => {
    expect(routed("verify", document)).toEqual([0, 1, 2, 8, 9, 10]);
  });

  test.each([classic, manual])("$key hears who benefited and approves at 5 only", (document) => {
    expect(routed("beneficiaryView", document)).toEqual([10]);
    expect(routed("approve", document)).toEqual([10]);
  });

  test("5 of 7 on a checklist is a shortfall, not a five", () => {
    const routing = routeScore(classic, valueOf("ppppppp", false), 10);
    expect(routing).toMatchObject({ verify: true, beneficiaryView: false, approve: false });
  });

  test("rows switched off route nothing", () => {
    const audit = {
      ...classic.audit,
      verifyAtMost: null,
      verifyAtLeast: null,
      beneficiaryViewAt: null,
      approveAt: null,
    };
    const off = { ...classic, audit };
    expect(routed("verify", off)).toEqual([]);
    expect(routed("beneficiaryView", off)).toEqual([]);
    expect(routed("approve", off)).toEqual([]);
  });

  test("approval may begin below the view of who benefited", () => {
    const wide = { ...classic, audit: { ...classic.audit, approveAt: 9 } };
    expect(routed("approve", wide)).toEqual([9, 10]);
    expect(routed("beneficiaryView", wide)).toEqual([10]);
  });
});

test("cases of a 4 and a 5 are candidates for the library where the policy has one", () => {
  const candidates = (document: PolicyDocument) =>
    [null, ...scores].filter((score) => isLibraryCandidate(document, score));
  expect(candidates(policy("51cto"))).toEqual([8, 9, 10]);
  expect(candidates(classic)).toEqual([]);
  expect(candidates({ ...classic, libraryFrom: 0 })).toEqual(scores);
});

describe("why HR must look", () => {
  const routing = (over: Partial<Routing> = {}): Routing => ({
    verify: false,
    sample: true,
    beneficiaryView: false,
    approve: false,
    refer: false,
    sanction: false,
    ...over,
  });

  test.each(["verify", "beneficiaryView", "refer", "sanction"] as const)(
    "%s alone asks for a look",
    (route) => {
      expect(mustVerify(routing({ [route]: true }))).toBe(true);
    },
  );

  test("being sampled or approved does not", () => {
    expect(mustVerify(routing({ approve: true }))).toBe(false);
    expect(auditReason(classic, 10, routing({ approve: true }))).toBeNull();
  });

  test("every score of classic, with its reason", () => {
    const reasons = scores.map((score) =>
      auditReason(classic, score, routeScore(classic, sixVeinsLadder, score)),
    );
    expect(reasons.slice(0, 3)).toEqual(["low", "low", "low"]);
    expect(reasons.slice(3, 8)).toEqual([null, null, null, null, null]);
    expect(reasons.slice(8)).toEqual(["high", "high", "five"]);
  });

  test("a score that is not there has none, whatever was asked", () => {
    expect(auditReason(manual, null, routing({ refer: true }))).toBeNull();
  });

  test.each([
    [10, { verify: true, beneficiaryView: true, approve: true, refer: true }, "five"],
    [10, { verify: true, approve: true }, "five"],
    [10, { beneficiaryView: true }, "five"],
    [10, { beneficiaryView: true, sanction: true }, "five"],
    [2, { verify: true, refer: true, sanction: true }, "sanction"],
    [6, { sanction: true }, "sanction"],
    [2, { verify: true, refer: true }, "low"],
    [3, { verify: true, refer: true }, "high"],
    [6, { refer: true }, "doubt"],
  ])("%d going to %j is there as %s", (score, routes, reason) => {
    expect(auditReason(manual, score, routing(routes))).toBe(reason);
  });

  test("without a lower bound whatever is verified is high", () => {
    const audit = { ...classic.audit, verifyAtMost: null };
    expect(auditReason({ ...classic, audit }, 0, routing({ verify: true }))).toBe("high");
  });

  test("where the bounds meet, low comes first", () => {
    const audit = { ...classic.audit, verifyAtMost: 5, verifyAtLeast: 5 };
    const document = { ...classic, audit };
    const reason = (score: number) =>
      auditReason(document, score, routeScore(document, sixVeinsLadder, score));
    expect([4, 5, 6].map(reason)).toEqual(["low", "low", "high"]);
  });
});
