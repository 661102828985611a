import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SESSION_SECONDS, sessionCookie, tokenOfCookie } from "@/lib/auth/session-cookie";

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/none");
  vi.stubEnv("APP_URL", "http://localhost:3000");
  vi.stubEnv("NEXTAUTH_SECRET", "unit-tests-know-this-secret-of-theirs");
  vi.useFakeTimers({ now: new Date("2026-11-21T02:00:00Z"), toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("the token in the session's cookie", () => {
  it("is the same at every request", async () => {
    const { value } = await sessionCookie("a token");
    expect(await tokenOfCookie(value)).toBe("a token");
    expect(await tokenOfCookie(value)).toBe("a token");
  });

  it("is refused once the cookie is too old, also when it was known", async () => {
    const { value } = await sessionCookie("a token");
    await tokenOfCookie(value);
    vi.setSystemTime(Date.now() + (SESSION_SECONDS + 60) * 1000);
    expect(await tokenOfCookie(value)).toBeNull();
  });

  it("is none in a cookie that somebody has changed, has made up or has left out", async () => {
    const { value } = await sessionCookie("a token");
    await tokenOfCookie(value);
    expect(await tokenOfCookie(`${value.slice(0, -2)}xx`)).toBeNull();
    expect(await tokenOfCookie("made up")).toBeNull();
    expect(await tokenOfCookie("")).toBeNull();
    expect(await tokenOfCookie(undefined)).toBeNull();
  });
});
