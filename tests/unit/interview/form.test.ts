import { describe, expect, it } from "vitest";
import { interviewFaults } from "@/lib/interview/rules/talk";

const texts = {
  heldOn: "2026-11-21",
  good: "接住了打错的电话。",
  short: "差错隔天才上报。",
  direction: "把复盘写进交接表。",
  deductions: "诚信：配错价格后隔天才报告。",
  minutes: "双方核对了事实。",
  told: ["integrity"],
};

describe("the form's own check", () => {
  const between = { from: "2026-11-19", to: "2026-11-21" };
  const check = (over: object, asked: { deductions: boolean; directions: boolean }) =>
    Object.values(
      interviewFaults(
        { ...texts, ...over },
        {
          heldBetween: between,
          mustTell: asked.deductions ? ["integrity"] : [],
          directionsRequired: asked.directions,
        },
      ),
    ).map(({ code }) => code);

  it.each([
    ["deductions_required", { deductions: " " }],
    ["told_required", { told: ["passion"] }],
    ["directions_required", { direction: "\n" }],
    ["future_date", { heldOn: "2026-11-22" }],
    ["before_final", { heldOn: "2026-11-18" }],
    ["required", { heldOn: "" }],
    ["invalid_date", { heldOn: "12026-11-20" }],
    ["required", { minutes: " " }],
    ["too_long", { good: "长".repeat(2001) }],
    ["too_long", { minutes: "长".repeat(4001) }],
  ])("finds %s before anything is sent", (code, over) => {
    expect(check(over, { deductions: true, directions: true })).toEqual([code]);
  });

  it("asks for directions in plain words where the policy's bands do not", () => {
    const asked = { deductions: false, directions: false };
    expect(check({ direction: "" }, asked)).toEqual(["required"]);
  });

  it("counts what is written, not the blanks around it", () => {
    const asked = { deductions: true, directions: true };
    expect(check({ good: ` ${"长".repeat(2000)}\n` }, asked)).toEqual([]);
  });

  it("accepts what the command accepts", () => {
    expect(check({ deductions: "" }, { deductions: false, directions: true })).toEqual([]);
  });
});
