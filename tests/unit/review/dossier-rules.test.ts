import { describe, expect, it } from "vitest";
import { historyOf, struckOut, type HistoryRows } from "@/lib/dossier/rules";
import { confirmed, returned } from "./support";

const now = new Date("2026-11-21T02:00:00Z");

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
        caseTitle: null,
        resolvedAt: at(2),
        takenBackAt: null,
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
        caseTitle: null,
        resolvedAt: null,
        takenBackAt: null,
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
  const shown = (sight: Parameters<typeof historyOf>[1]) =>
    historyOf(rows, sight, (id) => ({ by: id.toUpperCase(), byFor: null })).map(({ id }) => id);

  it("tells HR everything, newest first, and no refusal twice", () => {
    expect(shown({ values: "all", hrNotes: true, doubts: true, inner: true })).toEqual([
      "a1",
      "v1",
      "d2",
      "r2",
      "r1",
      "s",
    ]);
  });

  it("tells the line above no finding and no vote", () => {
    expect(shown({ values: "all", hrNotes: false, doubts: true, inner: true })).toEqual([
      "d2",
      "r2",
      "r1",
      "s",
    ]);
  });

  it("tells the employee only of what came back to them", () => {
    expect(shown({ values: "all", hrNotes: false, doubts: false, inner: false })).toEqual([
      "r1",
      "s",
    ]);
  });
});

describe("what is struck out of an earlier 5", () => {
  it.each([
    ["林岚和林岚岚问 010472", ["林岚", "林岚岚", "010472"], "○○和○○问 ○○"],
    ["请an和Anna看，Another不算", ["An", "Anna"], "请○○和○○看，Another不算"],
    ["订单 20104720 与 A.B-1", ["010472", "A.B-1"], "订单 20104720 与 ○○"],
    ["没有人名", ["", " "], "没有人名"],
  ])("%s", (text, names, left) => {
    expect(struckOut(text, names)).toBe(left);
  });
});
