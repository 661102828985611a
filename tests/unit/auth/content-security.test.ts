import { expect, test } from "vitest";
import { contentSecurityPolicy } from "@/lib/auth/web/content-security";

const policy = (development: boolean, secure: boolean) =>
  contentSecurityPolicy({ nonce: "abc", development, secure });

test("scripts run by nonce only and nobody frames the pages", () => {
  const text = policy(false, true);
  expect(text).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(text).toContain("frame-ancestors 'none'");
  expect(text).toContain("upgrade-insecure-requests");
  expect(text).not.toContain("unsafe-eval");
});

test("plain http is not upgraded and development may eval", () => {
  expect(policy(true, false)).not.toContain("upgrade-insecure-requests");
  expect(policy(true, false)).toContain("'unsafe-eval'");
});
