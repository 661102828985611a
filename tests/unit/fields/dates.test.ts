import { describe, expect, it } from "vitest";
import { parseInput } from "@/lib/commands/request";
import { changeWindowSchema, openCycleSchema } from "@/lib/cycle/schema";
import { dateField, dateOrNothing } from "@/lib/fields/dates";
import { dateBounds } from "@/lib/fields/limits";
import { recordInterviewSchema } from "@/lib/interview/schema";
import { createPersonSchema } from "@/lib/people/schema";
import { sheetValueSchema } from "@/lib/sheet/schema";
import { z } from "zod";

const day = z.strictObject({ day: dateField });
const faultOf = (schema: z.ZodType, input: unknown, field: string) => {
  const parsed = parseInput(schema, input);
  return parsed.ok ? null : parsed.fields?.[field];
};
const bounds = { code: "date_out_of_bounds", data: { from: "1950", to: "2200" } };
const impossible = { code: "invalid_date" };

describe("a date", () => {
  it.each([
    [dateBounds.from, null],
    [dateBounds.to, null],
    ["1949-12-31", bounds],
    ["2201-01-01", bounds],
    ["0000-01-01", bounds],
    ["0001-01-01", bounds],
    ["9999-12-31", bounds],
    ["2026-02-30", impossible],
    ["+012026-01-01", impossible],
    ["", { code: "required" }],
  ])("%s", (given, fault) => {
    expect(faultOf(day, { day: given }, "day")).toEqual(fault);
  });

  it("may be left out where nobody need know it", () => {
    expect(dateOrNothing.safeParse("").success).toBe(true);
    expect(faultOf(z.strictObject({ day: dateOrNothing }), { day: "9999-12-31" }, "day")).toEqual(
      bounds,
    );
  });

  it.each<[string, z.ZodType, unknown]>([
    ["cases.0.happenedOn", sheetValueSchema, { cases: [{ happenedOn: "9999-12-31" }] }],
    ["heldOn", recordInterviewSchema, { heldOn: "0000-01-01" }],
    ["hireDate", createPersonSchema, { hireDate: "9999-12-31" }],
    ["joinedAfter", openCycleSchema, { joinedAfter: "0000-01-01" }],
    ["windows.0.opensAt", openCycleSchema, { windows: [{ opensAt: "9999-12-31T09:00" }] }],
    ["windows.0.closesAt", openCycleSchema, { windows: [{ closesAt: "0000-01-01T09:00" }] }],
  ])("is the same at %s", (field, schema, input) => {
    expect(faultOf(schema, input, field)).toEqual(bounds);
  });

  it.each<[string, z.ZodType, unknown]>([
    ["heldOn", recordInterviewSchema, { heldOn: "" }],
    ["windows.0.opensAt", openCycleSchema, { windows: [{ opensAt: "" }] }],
    ["closesAt", changeWindowSchema, { closesAt: "" }],
  ])("that is left out is asked for at %s", (field, schema, input) => {
    expect(faultOf(schema, input, field)).toEqual({ code: "required" });
  });
});
