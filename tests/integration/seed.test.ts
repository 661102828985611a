import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { appraisalStates } from "@/lib/appraisal/stages";
import { recordedEventSchema } from "@/lib/events/event";
import { passwordMatches } from "@/lib/auth/passwords";
import { readCycle } from "@/lib/cycle/queries";
import { database } from "@/lib/db/client";
import { openQuestions } from "@/lib/questions/rules";
import { nextAfterReview, reviewNeeds } from "@/lib/review/rules/needs";
import { readRuleset } from "@/lib/ruleset/store";
import { mustVerify } from "@/lib/scoring";
import { missingFor, resultOf } from "@/lib/sheet/rules";
import { readSheets } from "@/lib/sheet/store/read";
import { seedDemo } from "@/prisma/seed";
import { demoSignIns } from "@/prisma/seed/sign-ins";
import { demoRows } from "@/prisma/seed/demo";

const now = new Date("2026-11-21T02:00:00Z");
const here = () => process.env["DATABASE_URL"] ?? "";

/** Another empty copy of the migrated template, for a second run. */
async function withCopy(work: (url: string) => Promise<void>) {
  const admin = new pg.Client({ connectionString: inject("postgresUrl") });
  const name = `test_seed_${randomUUID().replaceAll("-", "")}`;
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject("templateName")}`);
  try {
    const url = new URL(inject("postgresUrl"));
    url.pathname = `/${name}`;
    await work(url.href);
  } finally {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

async function fingerprint(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const prints: Record<string, string> = {};
  const tables = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name !~ '^_'",
  );
  for (const { name } of tables.rows) {
    const rows = await client.query<{ row: string }>(
      `SELECT t::text AS row FROM "${name}" t ORDER BY 1`,
    );
    const hash = createHash("sha256").update(rows.rows.map(({ row }) => row).join("\n"));
    prints[name] = `${rows.rows.length} ${hash.digest("hex")}`;
  }
  await client.end();
  return prints;
}

beforeAll(async () => {
  await seedDemo(here(), now);
}, 120_000);

const allAppraisals = () =>
  database().appraisal.findMany({
    include: {
      ...{ participant: true, sampleItems: true },
      verifications: { orderBy: { sequence: "asc" } },
      approvals: { orderBy: { sequence: "asc" } },
      cycle: { include: { sampleSeed: true } },
    },
  });
let appraisals: Awaited<ReturnType<typeof allAppraisals>>;
beforeAll(async () => {
  appraisals = await allAppraisals();
});

const results = new Map<string, Awaited<ReturnType<typeof resultsOf>>>();
beforeAll(async () => {
  for (const { id, cycleId } of appraisals) results.set(id, await resultsOf(id, cycleId));
}, 120_000);

async function resultsOf(id: string, cycleId: string) {
  const ruleset = await readRuleset(database(), cycleId);
  const sheets = await readSheets(database(), id, ruleset);
  const { framework, policy } = ruleset;
  const self = resultOf(framework, policy, sheets, "self");
  return { sheets, self, manager: resultOf(framework, policy, sheets, "manager") };
}

function of(id: string) {
  const found = results.get(id);
  if (found === undefined) throw new Error("no result");
  return found;
}

describe("the demo company", () => {
  it("is the same for the same now", async () => {
    const first = await fingerprint(here());
    await withCopy(async (url) => {
      await seedDemo(url, now);
      expect(await fingerprint(url)).toEqual(first);
    });
  }, 120_000);

  it.each(["2027-01-01T00:30:00Z", "2026-04-01T15:59:00Z", "2028-02-29T23:00:00Z"])(
    "has nothing from the future and every window open at %s",
    (text) => {
      const at = new Date(text);
      const rows = demoRows(at);
      expect(rows.events.filter((event) => event.at > at)).toEqual([]);
      const open = rows.cycles.filter((cycle) => cycle.closedById === undefined);
      expect(open).toHaveLength(1);
      const windows = rows.windows.filter(({ cycleId }) => cycleId === open[0]?.id);
      expect(windows).toHaveLength(7);
      for (const { opensAt, closesAt } of windows)
        expect(new Date(opensAt) <= at && at < new Date(closesAt)).toBe(true);
    },
  );

  it("has four closed quarters, all acknowledged, and an open one in every state", async () => {
    const cycles = await database().cycle.findMany({
      orderBy: [{ year: "asc" }, { quarter: "asc" }],
    });
    expect(cycles.map((c) => `${c.year} Q${c.quarter} ${c.state}`)).toEqual([
      "2025 Q4 closed",
      "2026 Q1 closed",
      "2026 Q2 closed",
      "2026 Q3 closed",
      "2026 Q4 open",
    ]);
    const closed = appraisals.filter((a) => a.cycle.state === "closed");
    expect(closed.length).toBeGreaterThan(200);
    expect(new Set(closed.map((a) => a.state))).toEqual(new Set(["acknowledged"]));
    const open = appraisals.filter((a) => a.cycle.state === "open");
    expect(new Set(open.map((a) => a.state))).toEqual(new Set(appraisalStates));
    const returns = open.filter((a) => a.returnedFrom !== null).map((a) => a.returnedFrom);
    expect(new Set(returns)).toEqual(
      new Set(["manager_scoring", "second_level", "hr_audit", "approval"]),
    );
    const exempt = await database().participant.findMany({
      where: { exemptReason: { not: null }, cycle: { state: "open" } },
    });
    expect(exempt.map((p) => p.exemptReason).toSorted()).toEqual([
      "by_hand",
      "no_manager",
      "on_leave",
    ]);
    const changes = await database().cycleChange.findMany({ orderBy: { kind: "asc" } });
    expect(changes.map(({ kind }) => kind)).toEqual(["exempted", "included", "extended"]);
    expect(await database().employee.count({ where: { status: "left" } })).toBe(1);
  });

  it("is far enough for the cycle page to show how many are done, in the company and in a division", async () => {
    const admin = await database().employee.findUniqueOrThrow({ where: { number: "003314" } });
    const actor = {
      ...{ employeeId: admin.id, name: admin.name, number: admin.number },
      ...{ isHrAdmin: true, hrDepartmentIds: new Set<string>() },
    };
    const { id } = await database().cycle.findFirstOrThrow({ where: { state: "open" } });
    const cycle = await readCycle(actor, id, null, now);
    expect(cycle?.done).toBeGreaterThanOrEqual(11);
    expect(cycle?.stages.filter(({ count }) => count !== null).length).toBeGreaterThanOrEqual(7);
    const shown = cycle?.units.filter(({ past }) => past !== null);
    expect(shown?.map(({ name }) => name.zh)).toEqual(
      expect.arrayContaining(["客户服务", "平台技术"]),
    );
  });

  it("says of every sheet just what lib/scoring says, and nothing submitted lacks anything", async () => {
    const stored = await database().valueScore.findMany({ include: { value: true } });
    for (const a of appraisals) {
      const { sheets, self, manager } = of(a.id);
      for (const row of stored.filter((s) => s.appraisalId === a.id)) {
        const result = row.side === "self" ? self : manager;
        const value = result.values.find((v) => v.key === row.value.key);
        expect([a.id, row.value.key, row.halfPoints]).toEqual([a.id, row.value.key, value?.score]);
        const goes = row.side === "manager" ? value?.routing : undefined;
        expect([row.needsView, row.needsApproval, row.maySample, row.referred]).toEqual([
          goes?.beneficiaryView === true,
          goes?.approve === true,
          goes?.sample === true,
          goes?.refer === true,
        ]);
        expect(row.auditReason !== null).toBe(goes !== undefined && mustVerify(goes));
      }
      if (a.selfSubmittedAt !== null) {
        expect(missingFor(self, sheets.self)).toEqual([]);
        expect(a.selfTotal).toBe(self.total);
      }
      if (a.managerSubmittedAt !== null) {
        expect(missingFor(manager, sheets.manager)).toEqual([]);
        expect([a.managerTotal, a.band]).toEqual([manager.total, manager.band?.key]);
      }
    }
  });

  it("stands where the rules would have sent it", () => {
    const after = ["hr_audit", "approval", "interview", "published", "acknowledged", "objected"];
    for (const a of appraisals.filter(({ state }) => after.includes(state))) {
      const { manager } = of(a.id);
      const needs = reviewNeeds(
        manager,
        {
          doubts: new Map(),
          round: a.round,
          sampled: { sealed: a.cycle.sampleSeed !== null, items: a.sampleItems },
          asked: openQuestions(a.approvals, a.verifications, a.round),
        },
        a.verifications,
        a.approvals,
      );
      const next = nextAfterReview("second_level", needs);
      const final = ["interview", "published", "acknowledged", "objected"].includes(a.state);
      expect([a.id, next]).toEqual([a.id, final ? "interview" : a.state]);
      expect(a.finalAt !== null).toBe(final);
    }
  });

  it("has an approval in its rows and its trail for every published score that needs one", async () => {
    const events = await database().recordedEvent.findMany({
      where: { kind: "approval.approved" },
    });
    const published = appraisals.filter(({ publishedAt }) => publishedAt !== null);
    const given = published.flatMap((a) =>
      of(a.id).manager.values.flatMap(({ key, score, routing }) =>
        score !== null && routing.approve ? [{ a, key, score }] : [],
      ),
    );
    expect(given.length).toBeGreaterThan(20);
    for (const { a, key, score } of given) {
      const approved = a.approvals.filter(
        (one) => one.valueKey === key && one.halfPoints === score && one.verdict === "approved",
      );
      expect(approved, `${a.id} ${key}`).toHaveLength(1);
      const told = events.filter(({ appraisalId }) => appraisalId === a.id);
      expect(told.map(({ payload }) => payload)).toContainEqual(
        expect.objectContaining({ value: key, halfPoints: score }),
      );
    }
  });

  it("keeps scorer, auditor, approver and subject apart", () => {
    for (const a of appraisals) {
      const auditors = a.verifications.map((v) => v.byId);
      const approvers = a.approvals.map((v) => v.byId);
      for (const id of [...auditors, ...approvers])
        expect([a.employeeId, a.participant.managerId]).not.toContain(id);
      expect(auditors.filter((id) => approvers.includes(id))).toEqual([]);
    }
  });

  it("writes events the log can read, in the order of time", async () => {
    const events = await database().recordedEvent.findMany({ orderBy: { id: "asc" } });
    for (const { kind, payload } of events) {
      const parsed = { kind, ...z.record(z.string(), z.unknown()).parse(payload) };
      expect(recordedEventSchema.safeParse(parsed).success, kind).toBe(true);
    }
    const times = events.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it("is a believable company: most pass, a few excel, two or three fall short, in every quarter", () => {
    const quarters = Map.groupBy(
      appraisals.filter(({ managerSubmittedAt }) => managerSubmittedAt !== null),
      ({ cycleId }) => cycleId,
    );
    expect(quarters.size).toBe(5);
    for (const sheets of quarters.values()) {
      const count = (band: string) => sheets.filter((sheet) => sheet.band === band).length;
      const short = sheets.filter(({ id }) => of(id).manager.consequences.length > 0).length;
      expect(count("excellent")).toBeGreaterThanOrEqual(2);
      expect(count("excellent")).toBeLessThanOrEqual(5);
      expect([2, 3]).toContain(count("fail"));
      expect([2, 3]).toContain(short);
      expect(count("good")).toBeGreaterThanOrEqual(6);
      expect(count("pass")).toBeGreaterThan(sheets.length / 3);
    }
  });

  it("lets nobody the README signs in as fall short", async () => {
    const shown = await database().employee.findMany({
      where: { number: { in: demoSignIns.map(({ login }) => login) } },
    });
    const ids = new Set(shown.map(({ id }) => id));
    const theirs = appraisals.filter(({ employeeId }) => ids.has(employeeId));
    expect(theirs.length).toBeGreaterThan(25);
    expect(theirs.filter(({ band }) => band === "fail")).toEqual([]);
    expect(theirs.filter(({ id }) => of(id).manager.consequences.length > 0)).toEqual([]);
  });

  it("lets one person of every role sign in", async () => {
    for (const { login, name, password } of demoSignIns) {
      const person = await database().employee.findUniqueOrThrow({
        where: { number: login },
        include: { credential: true },
      });
      expect(person.name).toBe(name);
      expect(await passwordMatches(person.credential?.passwordHash ?? null, password)).toBe(true);
    }
  });
});
