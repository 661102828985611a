import { describe, expect, it } from "vitest";
import { isAway } from "@/lib/db/error-codes";
import { DatabaseAway, isDatabaseAway, saysDatabaseAway } from "@/lib/errors/away";

/** As Prisma gives what its driver heard. */
const ofDriver = (code: string, cause: object) =>
  Object.assign(new Error("Invalid `prisma.$queryRaw()` invocation"), {
    code,
    meta: { driverAdapterError: Object.assign(new Error("heard"), { cause }) },
  });
const ofPostgres = (code: string) => ({ originalCode: code, kind: "postgres", code });

describe("a database that is away", () => {
  it.each([
    ["shut down, under a raw query", ofDriver("P2010", ofPostgres("57P01"))],
    ["starting up, under a typed query", ofDriver("P2039", ofPostgres("57P03"))],
    ["crashed", ofDriver("P2010", ofPostgres("57P02"))],
    ["cut off", ofDriver("P2010", ofPostgres("08006"))],
    ["too many connections", ofDriver("P2037", { kind: "TooManyConnections" })],
    ["not reached", ofDriver("P1001", { kind: "DatabaseNotReachable" })],
    ["closed by the server", ofDriver("P1017", { kind: "ConnectionClosed" })],
    ["no connection of the pool in time", { code: "P2024" }],
    ["no transaction in time", { code: "P2028" }],
    ["reset", Object.assign(new Error("read"), { code: "ECONNRESET" })],
    ["refused at both addresses", new AggregateError([{ code: "ECONNREFUSED" }])],
    ["refused before a client was there", { errorCode: "P1001" }],
    ["the driver's own words", new Error("Connection terminated unexpectedly")],
    ["the pool's own words", new Error("timeout exceeded when trying to connect")],
    [
      "a connection that ended",
      new Error("Client has encountered a connection error and is not queryable"),
    ],
    ["further down", new Error("work", { cause: new Error("Connection terminated") })],
  ])("%s", (_, error) => {
    expect(isAway(error)).toBe(true);
  });

  it.each([
    ["a rule of the tables", ofDriver("P2010", ofPostgres("23505"))],
    ["a deadlock", ofDriver("P2034", { kind: "TransactionWriteConflict", originalCode: "40P01" })],
    ["a statement it does not know", ofDriver("P2010", ofPostgres("42601"))],
    ["a fault of ours", new TypeError("x is not a function")],
    ["what somebody wrote", { title: "Connection terminated", reason: "57P01" }],
    ["a text", "57P01"],
    ["nothing", null],
  ])("is not %s", (_, error) => {
    expect(isAway(error)).toBe(false);
  });

  it("says so to who answers, through whatever it was wrapped in, and to the page", () => {
    const away = new DatabaseAway(new Error("secret"));
    expect(isDatabaseAway(new Error("page", { cause: away }))).toBe(true);
    expect(isDatabaseAway(new Error("page"))).toBe(false);
    expect(saysDatabaseAway(away.digest)).toBe(true);
    expect(`${away.digest} ${away.message}`).not.toContain("secret");
    expect(saysDatabaseAway("1234567")).toBe(false);
    expect(saysDatabaseAway(undefined)).toBe(false);
  });
});
