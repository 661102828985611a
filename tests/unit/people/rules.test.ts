import { describe, expect, test } from "vitest";
import { invitationExpiry, isInvitationOpen, isLastAdmin } from "@/lib/access/rules";
import { isTimeZone, timeZones } from "@/lib/company/rules";
import { departmentText, outside } from "@/lib/departments/rules";
import { changedFields } from "@/lib/people/rules";
import { createPersonSchema } from "@/lib/people/schema";

test("a department may be moved to whatever does not hang below it", () => {
  const [group, unit, team, other] = [
    { id: "group", parentId: null },
    { id: "unit", parentId: "group" },
    { id: "team", parentId: "unit" },
    { id: "other", parentId: "group" },
  ] as const;
  const rows = [group, unit, team, other];
  expect(outside(rows, unit)).toEqual([group, other]);
  expect(outside(rows, team)).toEqual([group, unit, other]);
  expect(outside(rows, null)).toEqual(rows);
});

test("changed fields are named, dates by their moment", () => {
  const before = { name: "甲", hireDate: new Date(0), email: null };
  expect(
    changedFields<object>(before, { name: "乙", hireDate: new Date(0), email: "a@b.c" }),
  ).toEqual(["name", "email"]);
});

test("an invitation is open until its last moment", () => {
  const now = new Date("2026-11-21T00:00:00Z");
  const expiresAt = invitationExpiry(now);
  const open = { expiresAt, usedAt: null, revokedAt: null };
  expect(expiresAt.toISOString()).toBe("2026-11-28T00:00:00.000Z");
  expect(isInvitationOpen(open, new Date(expiresAt.getTime() - 1))).toBe(true);
  expect(isInvitationOpen(open, expiresAt)).toBe(false);
  expect(isInvitationOpen({ ...open, usedAt: now }, now)).toBe(false);
  expect(isInvitationOpen({ ...open, revokedAt: now }, now)).toBe(false);
});

test("the last administrator is one person, however many grants", () => {
  expect(isLastAdmin("a", ["a"])).toBe(true);
  expect(isLastAdmin("a", ["a", "a"])).toBe(true);
  expect(isLastAdmin("a", ["a", "b"])).toBe(false);
  expect(isLastAdmin("c", ["a"])).toBe(false);
});

test("time zones: China first, nonsense refused", () => {
  expect(timeZones()[0]).toBe("Asia/Shanghai");
  expect(isTimeZone("Asia/Urumqi")).toBe(true);
  expect(isTimeZone("Mars/Olympus")).toBe(false);
});

test("a department goes by its English name only where there is one", () => {
  expect(departmentText({ name: "客服部", nameEn: "Care" }, "en")).toBe("Care");
  expect(departmentText({ name: "客服部", nameEn: null }, "en")).toBe("客服部");
  expect(departmentText({ name: "客服部", nameEn: "Care" }, "zh")).toBe("客服部");
});

describe("a person's form", () => {
  const good = {
    number: "000123",
    name: " 林晓 ",
    email: " Lin@Example.com ",
    jobTitle: "",
    departmentId: "3f2b8a44-6a55-4cf1-9d5e-6c2f35f7a001",
    managerNumber: "",
    hireDate: "2026-02-28",
    status: "active",
  };

  test("is trimmed, the address in small letters, and reading it twice changes nothing", () => {
    const once = createPersonSchema.parse(good);
    expect(once).toMatchObject({ name: "林晓", email: "lin@example.com", number: "000123" });
    expect(createPersonSchema.parse(once)).toEqual(once);
  });

  test.each([
    ["number", "", "required"],
    ["number", "12 3", "invalid_number"],
    ["number", "a@b", "invalid_number"],
    ["name", "  ", "required"],
    ["name", "长".repeat(121), "too_long"],
    ["email", "nonsense", "invalid_email"],
    ["departmentId", "", "required"],
    ["hireDate", "2026-02-30", "invalid_date"],
    ["status", "left", "invalid_input"],
  ])("%s %j: %s", (field, value, code) => {
    const result = createPersonSchema.safeParse({ ...good, [field]: value });
    expect(result.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
      [field, code],
    ]);
  });
});
