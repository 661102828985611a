import { beforeAll, expect, test } from "vitest";
import type * as Door from "@/lib/commands/respond";
import { DatabaseAway } from "@/lib/errors/away";
import { isRefusalCode, refusalCodes, statusOf } from "@/lib/errors/codes";
import { ok, refuse } from "@/lib/errors/outcome";

// The environment is read when the log is made.
let door: typeof Door;
beforeAll(async () => {
  process.env["DATABASE_URL"] ??= "postgresql://nobody@db.invalid/none";
  process.env["NEXTAUTH_SECRET"] ??= "x".repeat(40);
  process.env["APP_URL"] ??= "https://tongguan.example";
  process.env["LOG_LEVEL"] = "silent";
  door = await import("@/lib/commands/respond");
});

test("an answer is kept by no cache", async () => {
  const response = door.respond(ok({ version: 2 }));
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(await response.json()).toEqual({ ok: true, value: { version: 2 } });
});

test.each(refusalCodes)("%s travels with its status and its code", async (code) => {
  expect(isRefusalCode(code)).toBe(true);
  const response = door.respond(refuse(code, { fields: { name: { code: "required" } } }));
  expect(response.status).toBe(statusOf[code]);
  expect(await response.json()).toMatchObject({ ok: false, code, fields: { name: {} } });
});

test.each([
  ["a fault of ours", new Error("secret"), "unexpected", 500],
  ["a database that is away", new DatabaseAway("secret"), "unavailable", 503],
  ["one further down", { cause: new DatabaseAway("secret") }, "unavailable", 503],
  ["another server that is away", { code: "ECONNREFUSED" }, "unexpected", 500],
  ["a text", "secret", "unexpected", 500],
])("%s becomes a reference, never its words", async (_, thrown, code, status) => {
  const response = await door.answerSafely(() =>
    Promise.reject(Object.assign(new Error(), { cause: thrown })),
  );
  const text = await response.text();
  expect(response.status).toBe(status);
  const reference = /"reference":"([0-9a-f]{8})"/.exec(text)?.[1];
  expect(JSON.parse(text)).toEqual({ ok: false, code, data: { reference } });
  expect(text).not.toContain("secret");
});
