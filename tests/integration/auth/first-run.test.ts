import { describe, expect, test } from "vitest";
import { POST } from "@/app/api/public/first-run/route";
import { signInWithPassword } from "@/lib/auth/sign-in";
import { readActor } from "@/lib/authz/current-actor";
import { createCompany } from "@/lib/company/commands";
import { companyExists } from "@/lib/company/queries";
import { database } from "@/lib/db/client";
import { goodPassword } from "../../support/accounts";

const now = new Date("2026-11-21T17:00:00Z");
const input = {
  companyName: "测试公司",
  timeZone: "Asia/Shanghai",
  name: "周岚",
  number: "0001",
  email: "lan@example.com",
  password: goodPassword,
};

describe("the first run", () => {
  test("a weak password leaves everything as it was", async () => {
    const weak = await createCompany({ now }, { ...input, password: "周岚周岚周岚0001" });
    expect(weak).toMatchObject({ code: "weak_password" });
    expect(await database().employee.count()).toBe(0);
    expect(await companyExists()).toBe(false);
  });

  test("of eight at the same moment exactly one makes the company", async () => {
    const race = Array.from({ length: 8 }, async (_, index) =>
      createCompany({ now }, { ...input, number: `000${index}`, email: `${index}@example.com` }),
    );
    const outcomes = await Promise.all(race);
    const won = outcomes.filter((outcome) => outcome.ok);
    expect(won).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === "not_found")).toHaveLength(
      7,
    );
    const counts = await Promise.all([
      database().company.count(),
      database().employee.count(),
      database().department.count(),
      database().roleGrant.count({ where: { role: "hr_admin" } }),
    ]);
    expect(counts).toEqual([1, 1, 1, 1]);
    expect(await companyExists()).toBe(true);
  });

  test("whoever made it is HR administrator, hired today in the company's zone, and can sign in", async () => {
    const admin = await database().employee.findFirstOrThrow({
      select: { number: true, hireDate: true },
    });
    expect(admin.hireDate.toISOString()).toBe("2026-11-22T00:00:00.000Z");
    const attempt = { login: admin.number, password: goodPassword, address: "::1" };
    const outcome = await signInWithPassword(attempt, now);
    if (!outcome.ok) throw new Error(outcome.code);
    expect(await readActor(outcome.token, now)).toMatchObject({ isHrAdmin: true });
  });

  test("afterwards there is nothing here", async () => {
    expect(await createCompany({ now }, input)).toEqual({ ok: false, code: "not_found" });
  });

  test.each(["{}", "no json"])("nor behind the address, whatever is sent: %s", async (body) => {
    const address = "https://tongguan.example/api/public/first-run";
    const headers = { "Content-Type": "application/json" };
    const response = await POST(new Request(address, { method: "POST", body, headers }));
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ ok: false, code: "not_found" });
  });
});
