import { describe, expect, test } from "vitest";
import { isWeakPassword } from "@/lib/auth/password-strength";

const own = ["林晓", "000123", "lin.xiao@example.com"];

describe("a password too easily guessed", () => {
  test.each([
    "1234567890",
    "qwertyuiop",
    "Password123!",
    "woaini5201314",
    "zhangsan1990",
    "tongguan2026",
    "20240301abc",
    "aaaaaaaaaaaa",
    "000123000123",
    "lin.xiao@example.com",
    "林晓林晓林晓1234",
  ])("%s", (password) => {
    expect(isWeakPassword(password, own)).toBe(true);
  });
});

describe("good enough", () => {
  test.each([
    "松鼠 lantern 三月 bridge",
    "correct horse battery staple",
    "fT9#kw2Lq!xv",
    "一条安静的河流过村庄门前",
  ])("%s", (password) => {
    expect(isWeakPassword(password, own)).toBe(false);
  });

  test("an endless one is answered quickly", () => {
    const start = performance.now();
    expect(isWeakPassword("ab1!Zq".repeat(33), own)).toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
