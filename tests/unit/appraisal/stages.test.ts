import { describe, expect, expectTypeOf, it } from "vitest";
import {
  AppraisalState as StateInDatabase,
  Stage as StageInDatabase,
} from "@/lib/db/generated/enums";
import {
  appraisalStates,
  chain,
  chainOf,
  doneStates,
  isAfter,
  isDone,
  isPublished,
  isReturnedTo,
  ownSteps,
  publishedStates,
  reopenable,
  stageOf,
  stateFor,
  stages,
  stepOf,
  stepOfStage,
  turnOf,
  type AppraisalState,
  type Row,
  type Stage,
} from "@/lib/appraisal/stages";

type Expected = readonly [AppraisalState, Stage, string | null, string, string, string];

/** state, window, whose turn, shown to the employee, in the manager's list, in HR's counts. */
const expected: readonly Expected[] = [
  ["self_review", "self_review", "self", "self_review", "awaiting_self", "self"],
  ["manager_scoring", "manager_scoring", "manager", "manager_scoring", "to_score", "manager"],
  ["second_level", "second_level", "second_level", "review", "in_review", "review"],
  ["hr_audit", "hr_audit", "hr", "review", "in_review", "review"],
  ["approval", "approval", "approver", "review", "in_review", "review"],
  ["interview", "interview", "manager", "interview", "to_interview", "talk"],
  ["published", "result", "self", "result", "done", "talk"],
  ["acknowledged", "result", null, "result", "done", "done"],
  ["objected", "result", "hr", "result", "done", "talk"],
];

describe("the review chain", () => {
  it("has these states in this order, each with its window, turn and places", () => {
    const rows = chain.rows.map((row): Expected => [
      ...([row.state, row.stage, row.turn] as const),
      ...([row.step, row.group, row.part] as const),
    ]);
    expect(rows).toEqual(expected);
    expect(appraisalStates).toEqual(expected.map(([state]) => state));
  });

  it("moves on and back along these ways only", () => {
    const ways = chain.rows.map(({ state, next, back }) => [state, next, back]);
    expect(ways).toEqual([
      ["self_review", ["manager_scoring"], null],
      ["manager_scoring", ["second_level"], "self_review"],
      ["second_level", ["hr_audit", "approval", "interview"], "manager_scoring"],
      ["hr_audit", ["approval", "interview"], "manager_scoring"],
      ["approval", ["interview"], "manager_scoring"],
      ["interview", ["published"], null],
      ["published", ["acknowledged", "objected"], null],
      ["acknowledged", ["objected"], null],
      ["objected", [], null],
    ]);
  });

  it("goes on only to what lies behind, and back only to what lies before", () => {
    for (const { state, next, back } of chain.rows) {
      for (const to of next) expect(isAfter(to, state)).toBe(true);
      if (back !== null) expect(isAfter(state, back)).toBe(true);
    }
  });

  it("can be walked: every state but the first is somebody's next", () => {
    const entered = chain.rows.flatMap(({ next }) => next);
    expect(new Set(entered)).toEqual(new Set(appraisalStates.slice(1)));
  });

  it("keeps when the scores became final and when they were published", () => {
    const stamps = chain.rows.flatMap(({ state, stamp }) =>
      stamp === null ? [] : [[state, stamp]],
    );
    expect(stamps).toEqual([
      ["interview", "finalAt"],
      ["published", "publishedAt"],
    ]);
  });

  it("names the task of whose turn it is, and where it is done", () => {
    expect(chain.rows.map(({ state, task }) => [state, task?.kind, task?.href])).toEqual([
      ["self_review", "self_review", "/self-review"],
      ["manager_scoring", "manager_scoring", "/manager-scoring"],
      ["second_level", "second_level", "/second-level"],
      ["hr_audit", "hr_audit", "/hr-audit"],
      ["approval", "approval", "/approvals"],
      ["interview", "interview", "/manager-scoring?state=interview"],
      ["published", "result", "/results"],
      ["acknowledged", undefined, undefined],
      ["objected", "objection", "/hr-audit"],
    ]);
  });
});

describe("what is asked of the chain", () => {
  it("lists every word once, in order", () => {
    expect(stages).toEqual([
      ...["self_review", "manager_scoring", "second_level", "hr_audit", "approval"],
      ...["interview", "result"],
    ]);
    expect(ownSteps).toEqual(["self_review", "manager_scoring", "review", "interview", "result"]);
    expect(chain.parts).toEqual(["self", "manager", "review", "talk", "done"]);
  });

  it.each(expected)("%s: window %s, shown as its step", (state, stage, _turn, step) => {
    expect([stageOf(state), stepOf(state)]).toEqual([stage, step]);
  });

  it("knows what is published and what is done", () => {
    expect(publishedStates).toEqual(["published", "acknowledged", "objected"]);
    expect(doneStates).toEqual(["acknowledged"]);
    expect(doneStates).toEqual(chain.where(({ turn }) => turn === null));
    expect(appraisalStates.filter(isPublished)).toEqual(publishedStates);
    expect(appraisalStates.filter(isDone)).toEqual(doneStates);
  });

  it("knows what lies behind a state, with it and without", () => {
    expect(chain.after("interview")).toEqual(["published", "acknowledged", "objected"]);
    expect(chain.from("interview")).toEqual(["interview", ...chain.after("interview")]);
    expect(isAfter("manager_scoring", "self_review")).toBe(true);
    expect(isAfter("self_review", "self_review")).toBe(false);
    expect(isAfter("self_review", "manager_scoring")).toBe(false);
  });

  it("moves on where there is one way, or where it is told to", () => {
    expect(chain.forward("self_review")).toBe("manager_scoring");
    expect(chain.forward("approval", "interview")).toBe("interview");
    expect(chain.forward("published", "objected")).toBe("objected");
    expect(chain.backward("hr_audit")).toBe("manager_scoring");
    expect(chain.backward("manager_scoring")).toBe("self_review");
  });

  it.each([
    ["published", undefined, "no one way from published on to what comes next"],
    ["objected", undefined, "no one way from objected on to what comes next"],
    ["self_review", "published", "no one way from self_review on to published"],
    ["hr_audit", "hr_audit", "no one way from hr_audit on to hr_audit"],
  ] as const)("throws from %s to %s: a defect, not a refusal", (from, to, words) => {
    expect(() => chain.forward(from, to)).toThrow(words);
  });

  it("throws where there is no way back", () => {
    expect(() => chain.backward("published")).toThrow("no way back from published");
  });

  it("finds a row by its state", () => {
    expect(chain.row("hr_audit")).toMatchObject({ state: "hr_audit", turn: "hr" });
  });

  it("throws for a word that is no state", () => {
    const known: readonly Row[] = chain.rows;
    expect(() => chainOf(known).row("nowhere")).toThrow("no state nowhere");
  });

  it.each(appraisalStates)("shows %s to everybody but the person themself", (state) => {
    expect(stateFor(false, state)).toBe(state);
    expect(stateFor(true, state)).toBeUndefined();
  });
});

describe("what follows from the table", () => {
  it("shows the employee one step for a stage", () => {
    expect(stages.map(stepOfStage)).toEqual([
      ...["self_review", "manager_scoring", "review", "review", "review", "interview", "result"],
    ]);
  });

  it("reopens what HR reads", () => {
    expect(reopenable).toEqual([
      ...["hr_audit", "approval", "interview", "published", "acknowledged", "objected"],
    ]);
  });
});

describe("a sheet that came back", () => {
  it.each([
    ["manager_scoring", "hr_audit", true],
    ["manager_scoring", null, false],
    ["self_review", "manager_scoring", false],
    ["self_review", null, false],
  ] as const)("in %s from %s waits in the manager's scoring: %s", (state, returnedFrom, waits) => {
    expect(isReturnedTo("manager_scoring", { state, returnedFrom })).toBe(waits);
  });
});

describe("whose turn it is", () => {
  const line = {
    employeeId: "employee",
    managerId: "manager",
    secondLevelId: "above",
    hrPartnerId: "partner",
    approverId: "head",
  };

  it.each([
    ["self_review", "self", "employee"],
    ["manager_scoring", "manager", "manager"],
    ["second_level", "second_level", "above"],
    ["hr_audit", "hr", "partner"],
    ["approval", "approver", "head"],
    ["interview", "manager", "manager"],
    ["published", "self", "employee"],
    ["objected", "hr", "partner"],
  ] as const)("in %s: %s, %s", (state, relation, personId) => {
    expect(turnOf({ ...line, state })).toEqual({ relation, personId });
  });

  it("is nobody's once the result is acknowledged", () => {
    expect(turnOf({ ...line, state: "acknowledged" })).toBeNull();
  });

  it("is HR's at the second level where nobody stands above the manager", () => {
    const alone = { ...line, state: "second_level", secondLevelId: null } as const;
    expect(turnOf(alone)).toEqual({ relation: "second_level", personId: "partner" });
  });

  it("is an office's where nobody is named", () => {
    const nobody = { ...line, hrPartnerId: null, approverId: null };
    expect(turnOf({ ...nobody, state: "approval" })?.personId).toBeNull();
    expect(turnOf({ ...nobody, state: "hr_audit" })?.personId).toBeNull();
  });
});

describe("the database", () => {
  it("has the same states and stages in the same order", () => {
    expectTypeOf<AppraisalState>().toEqualTypeOf<StateInDatabase>();
    expectTypeOf<Stage>().toEqualTypeOf<StageInDatabase>();
    expect(Object.values(StateInDatabase)).toEqual(appraisalStates);
    expect(Object.values(StageInDatabase)).toEqual(stages);
  });
});
