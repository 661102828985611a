import { describe, expect, test } from "vitest";
import { decideTopSchema } from "@/lib/approval/schema";
import { firstRunSchema } from "@/lib/company/schema";
import { changeWindowSchema } from "@/lib/cycle/schema";
import { createDepartmentSchema } from "@/lib/departments/schema";
import { returnScoresSchema } from "@/lib/hr-audit/schema";
import { recordInterviewSchema } from "@/lib/interview/schema";
import { returnSelfReviewSchema } from "@/lib/manager-scoring/schema";
import { createPersonSchema } from "@/lib/people/schema";
import { objectSchema } from "@/lib/result/schema";
import { returnSheetSchema } from "@/lib/second-level/schema";
import { sheetValueSchema } from "@/lib/sheet/schema";
import { answerLinkSchema, recordViewSchema } from "@/lib/beneficiary/schema";
import { arrangeSchema } from "@/lib/interview/schema";
import { parseInput } from "@/lib/commands/request";
import {
  optionalLine,
  optionalName,
  optionalText,
  requiredLine,
  requiredName,
  requiredText,
} from "@/lib/fields/texts";

const codesOf = (outcome: { error?: { issues: { message: string }[] } | undefined }) =>
  outcome.error?.issues.map(({ message }) => message) ?? [];
const nothing = ["", " ", " \u200b ", "\u200b\u2060", "\u3164", "\u2800", "\ufe0f"];

describe("a text that must say something", () => {
  test.each(nothing)("%j says nothing", (text) => {
    expect(codesOf(requiredText(10).safeParse(text))).toEqual(["required"]);
    expect(codesOf(requiredText(10, "reason_required").safeParse(text))).toEqual([
      "reason_required",
    ]);
    expect(optionalText(10).parse(text)).toBe("");
  });

  test("keeps what belongs to a text, as it was written", () => {
    for (const text of ["👨\u200d👩\u200d👧", "می\u200cخواهم", "a\nb"]) {
      expect(requiredText(20).parse(` ${text} `)).toBe(text);
      expect(optionalText(20).parse(text)).toBe(text);
    }
    expect(codesOf(requiredText(2).safeParse("abc"))).toEqual(["too_long"]);
  });
});

describe("a name", () => {
  test.each(["\u202e", "\u202a", "\u2066", "\u200f", "\u061c"])(
    "does not turn the text around it with %j",
    (sign) => {
      expect(codesOf(requiredName(9).safeParse(`李${sign}雷`))).toEqual(["turning_characters"]);
      expect(codesOf(optionalName(9).safeParse(`李${sign}雷`))).toEqual(["turning_characters"]);
    },
  );

  test("is of any script", () => {
    for (const name of ["李雷", "Ana O’Neil-García", "محمد", "阿·不都"])
      expect(requiredName(40).parse(name)).toBe(name);
  });
});

describe("every field that must say something asks the same", () => {
  test.each([
    ["decision", decideTopSchema.shape.reason],
    ["return from the audit", returnScoresSchema.shape.reasons.element.shape.reason],
    ["return from the second level", returnSheetSchema.shape.reasons.element.shape.reason],
    ["return of a self-review", returnSelfReviewSchema.shape.reasons.element.shape.reason],
    ["objection", objectSchema.shape.text],
    ["extension", changeWindowSchema.shape.reason],
    ["person", createPersonSchema.shape.name],
    ["department", createDepartmentSchema.shape.name],
    ["company", firstRunSchema.shape.companyName],
    ["first administrator", firstRunSchema.shape.name],
  ])("%s", (_, field) => {
    expect(field.safeParse(" \u200b ").success).toBe(false);
    expect(field.safeParse("有").success).toBe(true);
  });

  test("and what nobody sees is not written on a sheet or in an interview", () => {
    expect(sheetValueSchema.shape.justification.parse("\u200b\u200b")).toBe("");
    expect(sheetValueSchema.shape.justification.parse("  ")).toBe("  ");
    expect(recordInterviewSchema.shape.good.parse("\u2060")).toBe("");
  });
});

describe("a field of one line", () => {
  const breaks = ["\n", "\r\n", "\t", "\v", "\f", "\u0085", "\u2028", "\u2029"];
  test.each(breaks)("holds no %j", (sign) => {
    for (const line of [requiredLine(40), optionalLine(40), requiredName(40), optionalName(40)])
      expect(codesOf(line.safeParse(`三号${sign}会议室`))).toEqual(["line_break"]);
    for (const text of [requiredText(40), optionalText(40)])
      expect(text.safeParse(`三号${sign}会议室`).success).toBe(true);
  });

  test("holds everything else, and no break at its ends", () => {
    expect(requiredLine(40).parse(" 3 号 会议室 (Room 3)\r\n")).toBe("3 号 会议室 (Room 3)");
    expect(optionalLine(40).parse("\n")).toBe("");
  });

  const broken = "三号会议室\r\nBcc: all@example.org";
  test.each([
    ["place", arrangeSchema],
    ["asked", recordViewSchema],
    ["name", answerLinkSchema],
    ["relation", answerLinkSchema],
    ["name", createPersonSchema],
    ["jobTitle", createPersonSchema],
    ["name", createDepartmentSchema],
    ["nameEn", createDepartmentSchema],
    ["companyName", firstRunSchema],
  ] as const)("says so at %s", (field, schema) => {
    const parsed = parseInput(schema, { [field]: broken });
    expect(parsed.ok ? null : parsed.fields?.[field]).toEqual({ code: "line_break" });
  });

  test.each(["title", "beneficiary"])("says so at a case's %s", (field) => {
    const parsed = parseInput(sheetValueSchema, { cases: [{ [field]: broken }] });
    expect(parsed.ok ? null : parsed.fields?.[`cases.0.${field}`]).toEqual({ code: "line_break" });
  });
});
