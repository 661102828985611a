import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/authz/actor";
import { closeCycle } from "@/lib/cycle/commands/cycle";
import { database } from "@/lib/db/client";
import { stableId } from "@/lib/db/ids";
import { policySchema } from "@/lib/scoring/documents/policy";
import { listChanged, listReplayable, readWhatIf, readWhatIfFigures } from "@/lib/what-if/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { behindTriggers } from "../../support/review";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

// Eight of the division: six with a half that whole points drop, of whom one falls to the lowest band; two with none.

const halved = { "customer-first": 7, teamwork: 7 };
const manual = stableId("policy", "manual-2006", 1);
const whole = randomUUID();
let company: TestCompany;
let dropped: TestAppraisal;
let unfinished: TestAppraisal;
let scored: TestAppraisal;

beforeAll(async () => {
  company = await buildCompany();
  const { policy } = company.ruleset;
  await database().policyVersion.create({
    data: {
      id: whole,
      policyId: stableId("policy", policy.key),
      version: 9,
      document: policySchema.parse({ ...policy, stepHalfPoints: 2 }),
      createdAt: company.now,
    },
  });
  const place = (manager: Readonly<Record<string, number>>, line = {}) =>
    appraisalIn(company, "acknowledged", { manager, line });
  dropped = await place(halved);
  for (let index = 0; index < 5; index += 1)
    await place({ ...halved, integrity: 8, passion: 8, dedication: 8 });
  await place({});
  scored = await place({ ...halved, passion: 10 }, { managerId: company.ids.hrPartner });
  const passion = company.ruleset.valueIds["passion"] ?? "";
  await behindTriggers((tx) =>
    tx.valueScore.update({
      where: {
        appraisalId_side_valueId: { appraisalId: dropped.id, side: "manager", valueId: passion },
      },
      data: { inDoubtById: company.ids.manager, inDoubtRound: 1 },
    }),
  );
  unfinished = await appraisalIn(company, "hr_audit", { manager: halved });
  const closed = await closeCycle(company.context("hrAdmin"), {
    cycleId: company.cycleId,
    version: 1,
  });
  if (!closed.ok) throw new Error(closed.code);
});

async function figuresFor(actor: Actor, policy: string, scope: "mine" | "company") {
  const head = await readWhatIf(actor, company.cycleId);
  if (head === null) return null;
  return readWhatIfFigures(actor, head, policy, scope);
}

const list = (
  person: Person,
  over: { policy?: string; kind?: "all" | "band"; after?: string } = {},
) =>
  listChanged(
    company.actor(person),
    { id: company.cycleId, policy: whole, kind: "all", ...over },
    company.now,
  );

describe("who may ask what another policy would have done", () => {
  it.each(["ceo", "divisionHead", "secondLevel", "manager", "employee", "otherHrPartner"] as const)(
    "%s finds nothing",
    async (person) => {
      expect(await readWhatIf(company.actor(person), company.cycleId)).toBeNull();
      expect(await list(person)).toBeNull();
    },
  );

  it("the HR administrator gets the company in counts and no list", async () => {
    const head = await readWhatIf(company.actor("hrAdmin"), company.cycleId);
    expect(head).toMatchObject({ scopes: ["company"], year: 2026, quarter: 4 });
    expect(head?.choices.map(({ id }) => id)).toEqual(expect.arrayContaining([whole, manual]));
    expect(head?.choices.map(({ id }) => id)).not.toContain(head?.policy.id);
    expect(await figuresFor(company.actor("hrAdmin"), whole, "mine")).toBeNull();
    expect(await list("hrAdmin")).toBeNull();
  });

  it("the HR partner gets the own departments, not the company", async () => {
    const head = await readWhatIf(company.actor("hrPartner"), company.cycleId);
    expect(head?.scopes).toEqual(["mine"]);
    expect(await figuresFor(company.actor("hrPartner"), whole, "company")).toBeNull();
  });

  it("is empty for a cycle and a policy that are not there", async () => {
    expect(await readWhatIf(company.actor("hrAdmin"), randomUUID())).toBeNull();
    expect(await figuresFor(company.actor("hrAdmin"), randomUUID(), "company")).toBeNull();
    expect(await list("hrPartner", { policy: randomUUID() })).toBeNull();
  });
});

it("closed quarters are offered to whom they open, and not under the policy they were scored by", async () => {
  const offered = async (person: Person, policy?: string) =>
    (await listReplayable(company.actor(person), policy)).map(({ cycleId }) => cycleId);
  expect(await offered("hrAdmin")).toEqual([company.cycleId]);
  expect(await offered("hrPartner", whole)).toEqual([company.cycleId]);
  expect(await offered("hrPartner", stableId("policy", "classic", 1))).toEqual([]);
  for (const person of ["employee", "manager", "divisionHead", "otherHrPartner"] as const)
    expect(await offered(person)).toEqual([]);
});

it("says what the rule on facts would have asked of a quarter scored before it", async () => {
  const shipped = stableId("policy", company.ruleset.policy.key, 2);
  const figures = await figuresFor(company.actor("hrPartner"), shipped, "mine");
  const asked = figures?.counts?.queues.find(({ queue }) => queue === "sanction");
  expect(asked).toMatchObject({ before: 0, lost: 0 });
  expect(asked?.gained).toBeGreaterThan(0);
  expect(figures?.counts?.justifications.gained).toBeGreaterThan(0);
});

describe("counts", () => {
  it("are exact for the HR partner, without sheets they scored and without the unfinished", async () => {
    const figures = await figuresFor(company.actor("hrPartner"), whole, "mine");
    expect(figures).toMatchObject({ people: 7, unfinished: 1 });
    expect(figures?.counts).toMatchObject({
      changed: 6,
      scored: 6,
      banded: 1,
      totals: { same: 1, up: 0, down: 6, undecided: 0 },
    });
    const lost = figures?.counts?.scores.map(({ key, down }) => [key, down]);
    expect(lost).toEqual(
      expect.arrayContaining([
        ["customer-first", 6],
        ["teamwork", 6],
      ]),
    );
    // 19 drops to 18: from 合格 to 不合格.
    const moved = figures?.counts?.bands.cells.flat().filter(({ same, people }) => !same && people);
    expect(moved).toEqual([{ people: 1, same: false }]);
    expect(figures?.counts?.consequences.every(({ gained }) => gained === 1)).toBe(true);
  });

  it("hide small groups and what would give them away from the HR administrator", async () => {
    const figures = await figuresFor(company.actor("hrAdmin"), whole, "company");
    expect(figures).toMatchObject({ people: 8, unfinished: 1 });
    // One of eight changes band, one does not change at all: both sides are hidden.
    expect(figures?.counts).toMatchObject({ changed: null, banded: null });
    expect(figures?.counts?.totals).toMatchObject({ same: null, down: null });
    for (const { people } of figures?.counts?.bands.cells.flat() ?? [])
      expect(people === null || people % 5 === 0).toBe(true);
  });

  it("hide from an administrator who scored all but one what would give that one away", async () => {
    const scorer = { ...company.actor("manager"), isHrAdmin: true };
    const asAdmin = await figuresFor(company.actor("hrAdmin"), whole, "company");
    const asScorer = await figuresFor(scorer, whole, "company");
    const sames = (figures: typeof asAdmin) =>
      new Set(figures?.counts?.scores.map(({ same }) => same));
    // All eight: to the nearest five, but not more than there are.
    expect(sames(asAdmin)).toContain(8);
    expect(sames(asScorer)).toEqual(new Set([null]));
  });

  it("read the sheets as the application scored them", async () => {
    const figures = await figuresFor(company.actor("hrPartner"), manual, "mine");
    const { counts } = figures ?? {};
    const stored = await database().valueScore.findMany({
      where: {
        side: "manager",
        appraisal: {
          cycleId: company.cycleId,
          finalAt: { not: null },
          managerId: { not: company.ids.hrPartner },
        },
      },
      select: { halfPoints: true },
    });
    const needing = (test: (score: number) => boolean) =>
      stored.filter(({ halfPoints }) => halfPoints !== null && test(halfPoints)).length;
    expect(counts?.justifications.before).toBe(needing((score) => score <= 1 || score >= 8));
    expect(counts?.justifications.after).toBe(needing((score) => score <= 1 || score >= 6));
    expect(counts?.justifications.unwritten).toBe(0);
    expect(counts?.scored).toBe(0);
  });

  it("write nothing", async () => {
    const before = await database().recordedEvent.count();
    await figuresFor(company.actor("hrAdmin"), manual, "company");
    expect(await database().recordedEvent.count()).toBe(before);
  });
});

it("a doubt is referred where the policy says so", async () => {
  const { policy } = company.ruleset;
  const doubting = randomUUID();
  await database().policyVersion.create({
    data: {
      id: doubting,
      policyId: stableId("policy", policy.key),
      version: 3,
      document: policySchema.parse({ ...policy, referWhenInDoubt: true }),
      createdAt: company.now,
    },
  });
  const figures = await figuresFor(company.actor("hrPartner"), doubting, "mine");
  expect(figures?.counts?.queues.find(({ queue }) => queue === "refer")).toMatchObject({
    before: 0,
    after: 1,
  });
  const page = await list("hrPartner", { policy: doubting });
  expect(page?.people.map(({ changes }) => changes)).toEqual([
    [{ kind: "queue", effect: "gained", queue: "refer", value: "passion", score: 6 }],
  ]);
});

describe("who", () => {
  it("shows the HR partner the people, by number, with the change, and leaves a trace once a day", async () => {
    const page = await list("hrPartner");
    expect(page?.people).toHaveLength(6);
    expect(page?.next).toBeNull();
    const ids = page?.people.map(({ appraisalId }) => appraisalId) ?? [];
    expect(ids).not.toContain(scored.id);
    expect(ids).not.toContain(unfinished.id);
    const numbers = page?.people.map(({ number }) => number) ?? [];
    expect(numbers).toEqual(numbers.toSorted());
    const person = page?.people.find(({ appraisalId }) => appraisalId === dropped.id);
    expect(person).toMatchObject({ before: { total: 38 }, after: { total: 36 } });
    expect(person?.changes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["score", "total", "band", "consequence"]),
    );
    await list("hrPartner");
    const events = await database().recordedEvent.findMany({
      where: { kind: "what_if.listed", payload: { path: ["policyVersionId"], equals: whole } },
    });
    expect(events).toMatchObject([
      {
        actorId: company.ids.hrPartner,
        cycleId: company.cycleId,
        payload: { policyVersionId: whole },
      },
    ]);
  });

  it("narrows to one sort of change and goes on after a person", async () => {
    const banded = await list("hrPartner", { kind: "band" });
    expect(banded?.people.map(({ appraisalId }) => appraisalId)).toEqual([dropped.id]);
    const [first, ...others] = (await list("hrPartner"))?.people ?? [];
    const rest = await list("hrPartner", { after: first?.appraisalId ?? "" });
    expect(rest?.people.map(({ number }) => number)).toEqual(others.map(({ number }) => number));
  });
});

it("is not to be had while a cycle runs", async () => {
  const open = await database().cycle.create({
    data: {
      ...{ year: 2027, quarter: 1, openedAt: company.now, openedById: company.ids.hrAdmin },
      frameworkVersionId: stableId("framework", "six-veins", 1),
      policyVersionId: stableId("policy", "classic", 1),
    },
  });
  expect(await readWhatIf(company.actor("hrAdmin"), open.id)).toBeNull();
});
