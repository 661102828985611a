import { describe, expect, test } from "vitest";
import { safeReturnPath, signInPath } from "@/lib/auth/web/return-path";

describe("where a sign-in leads back to", () => {
  test.each([
    "/",
    "/security",
    "/people?search=a&department=b",
    "/cycles/1#progress",
    "/people?next=//evil.example",
  ])("%s of this site", (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/a/..//evil.example",
    "/.//evil.example",
    "/\t/evil.example",
    "/a\n",
    "javascript:alert(1)",
    "people",
    "",
    "/api/auth/signout",
    "/sign-in?next=/sign-in",
    "/invitation/abc",
    "/answer/abc",
    `/${"a".repeat(2001)}`,
    undefined,
    ["/people"],
  ])("%j leads home", (path) => {
    expect(safeReturnPath(path)).toBe("/");
  });

  test("the way to the sign-in carries the way back", () => {
    expect(signInPath("/people?search=王")).toBe(
      "/sign-in?next=%2Fpeople%3Fsearch%3D%25E7%258E%258B",
    );
    expect(signInPath("/")).toBe("/sign-in");
    expect(signInPath(null)).toBe("/sign-in");
  });
});
