import { describe, expect, it } from "vitest";
import { appraisalStates, stages, stepOf } from "@/lib/appraisal/stages";
import type { StageWindow } from "@/lib/appraisal/types";
import { bandSpans, ownDeadlines, scaledBands, trendOf, ownTurn } from "@/lib/result/rules";
import { policyPresets } from "@/lib/presets";
import { bandOf } from "@/lib/scoring";
import type { OwnAppraisal } from "@/lib/result/types";

describe("bands on the scale", () => {
  const totals = (max: number) => Array.from({ length: max + 1 }, (_, total) => total);

  it.each(policyPresets.flatMap((policy) => [60, 90, 30, 14].map((max) => ({ policy, max }))))(
    "$policy.key of $max: every total stands in the stretch of the band that scoring gives",
    ({ policy, max }) => {
      const bands = scaledBands(policy, max);
      for (const total of totals(max)) {
        const { key } = bandOf(policy, total, max);
        const spans = bandSpans(bands, key, max);
        expect(spans.filter((span) => span.reached)).toEqual([
          expect.objectContaining({ key, reached: true }),
        ]);
        const around = spans.filter(({ from, to }) => total >= from && total <= to);
        expect(around.map((span) => span.key)).toEqual([key]);
      }
    },
  );

  it("run from the lowest to the top without a gap", () => {
    const [policy] = policyPresets.filter(({ key }) => key === "classic");
    if (policy === undefined) throw new Error("classic");
    const spans = bandSpans(scaledBands(policy, 60), null, 60);
    expect(spans.map(({ key, from, to }) => [key, from, to])).toEqual([
      ["fail", 0, 37],
      ["pass", 38, 45],
      ["good", 46, 53],
      ["excellent", 54, 60],
    ]);
  });
});

describe("the quarter as the employee may know it", () => {
  it("has one step for second level, HR and approval", () => {
    expect(appraisalStates.map(stepOf)).toEqual([
      "self_review",
      "manager_scoring",
      "review",
      "review",
      "review",
      "interview",
      "result",
      "result",
      "result",
    ]);
  });

  it("ends that step with the last of the three, whatever their order", () => {
    const at = (day: number) => new Date(Date.UTC(2026, 10, day));
    const windows = stages.map((stage, index): StageWindow => ({
      stage,
      opensAt: at(1),
      closesAt: at(stage === "hr_audit" ? 28 : index + 2),
    }));
    expect(ownDeadlines(windows)).toMatchObject({
      self_review: at(2),
      review: at(28),
      result: at(8),
    });
    expect(ownDeadlines([])).toMatchObject({ self_review: null, review: null });
  });
});

describe("whose turn it is", () => {
  const now = new Date("2026-11-10T00:00:00Z");
  const turn = {
    step: "self_review",
    returned: false,
    opensAt: now,
    answer: null,
    appointment: null,
  } as const;
  const tomorrow = new Date("2026-11-11T00:00:00Z");

  it("is one's own from the instant the self-review opens, never before", () => {
    expect(ownTurn(turn, now)).toBe("self_review");
    expect(ownTurn({ ...turn, opensAt: tomorrow }, now)).toBe("self_review_later");
    expect(ownTurn({ ...turn, opensAt: tomorrow, returned: true }, now)).toBe("self_review_later");
    expect(ownTurn({ ...turn, returned: true }, now)).toBe("self_review_returned");
  });

  it("is the appointment once a time for the interview is fixed", () => {
    const appointment = { startsAt: tomorrow, minutes: 45, place: "3 号会议室" };
    expect(ownTurn({ ...turn, step: "interview" }, now)).toBe("interview");
    expect(ownTurn({ ...turn, step: "interview", appointment }, now)).toBe("interview_arranged");
  });

  it("is said by the answer once there is one", () => {
    expect(ownTurn({ ...turn, step: "review", opensAt: tomorrow }, now)).toBe("review");
    expect(ownTurn({ ...turn, step: "result", answer: "objected" }, now)).toBe("objected");
  });
});

describe("totals drawn", () => {
  const quarter = (index: number, total: number | null, maxTotal = 60): OwnAppraisal => ({
    appraisalId: String(index),
    year: 2020 + Math.floor(index / 4),
    quarter: (index % 4) + 1,
    open: false,
    step: "result",
    returned: false,
    opensAt: null,
    deadlines: ownDeadlines([]),
    managerName: null,
    appointment: null,
    reopened: false,
    result: total === null ? null : { answer: null, total, maxTotal, band: null, values: [] },
  });

  it("as a line of the last eight, oldest first, without the unpublished", () => {
    const all = Array.from({ length: 12 }, (_, index) => quarter(index, 30 + index)).toReversed();
    const points = trendOf([quarter(12, null), ...all]);
    expect(points.map(({ total }) => total)).toEqual([34, 35, 36, 37, 38, 39, 40, 41]);
    expect(points.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
    expect(points.at(-1)?.share).toBeGreaterThan(points[0]?.share ?? 1);
  });

  it("by their share where the frameworks differ, and level where nothing moved", () => {
    const points = trendOf([quarter(2, 45, 90), quarter(1, 30, 60)]);
    expect(points[0]?.share).toBeCloseTo(points[1]?.share ?? -1);
  });

  it("not at all where nothing was published", () => {
    expect(trendOf([])).toEqual([]);
  });
});
