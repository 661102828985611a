import { beforeAll, describe, expect, it } from "vitest";
import { confirmScore, returnScores } from "@/lib/hr-audit/commands";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { agreeToSheets } from "@/lib/second-level/commands";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { eventsOf, rowOf, scorerOf } from "../../support/manager-scoring";

let company: TestCompany;
let scorer: ReturnType<typeof scorerOf>;
beforeAll(async () => {
  company = await buildCompany({ policy: "manual-2006" });
  scorer = scorerOf(company);
});

const manager = { "customer-first": 6, integrity: 2, passion: 8 };
const [value, other] = ["integrity", "passion"] as const;

async function confirm({ id }: TestAppraisal, key: string) {
  const target = { appraisalId: id, version: (await rowOf(id)).version };
  const input = { ...target, value: key, comment: "" };
  return confirmScore(company.context("hrPartner"), input);
}

async function giveBack({ id }: TestAppraisal, key: string) {
  const target = { appraisalId: id, version: (await rowOf(id)).version };
  const words = { caseReason: "insufficient" as const, reason: "缺" };
  const input = { ...target, reasons: [{ ...words, value: key, rung: null, caseId: null }] };
  expect(await returnScores(company.context("hrPartner"), input)).toMatchObject({ ok: true });
}

async function save(appraisal: TestAppraisal, inDoubt: boolean) {
  const { version } = await rowOf(appraisal.id);
  const said = { ...scorer.valueAt(value, manager[value]), inDoubt };
  expect(await scorer.save(appraisal, version, said)).toMatchObject({ ok: true });
}

async function handInAndAgree(appraisal: TestAppraisal) {
  const { id } = appraisal;
  const submitted = await scorer.submit(appraisal, (await rowOf(id)).version);
  if (!submitted.ok) throw new Error(JSON.stringify(submitted));
  const items = [{ appraisalId: id, version: submitted.value.version }];
  const agreed = await agreeToSheets(company.context("secondLevel"), { items, comment: "" });
  expect(agreed).toMatchObject({ ok: true, value: { refused: [] } });
}

/** Confirmed once, then back at the manager for the other value's sake. */
async function confirmedAndBack(inDoubt: readonly string[] = []) {
  const appraisal = await appraisalIn(company, "hr_audit", { manager, inDoubt });
  expect(await confirm(appraisal, value)).toMatchObject({ ok: true });
  await giveBack(appraisal, other);
  return appraisal;
}

async function asked({ id }: TestAppraisal) {
  const { rows } = await readQueue(
    company.actor("hrPartner"),
    auditFilterSchema.parse({}),
    company.now,
  );
  const listed = rows.filter(({ appraisalId }) => appraisalId === id).map((row) => row.value);
  const dossier = await readDossier(company.actor("hrPartner"), id);
  const open = dossier?.values.filter(({ toVerify }) => toVerify).map(({ key }) => key);
  expect(open).toEqual(listed);
  return listed;
}

describe("a doubt about a score HR has confirmed", () => {
  it("asks HR again when it is raised afterwards, until HR has answered it", async () => {
    const appraisal = await confirmedAndBack();
    await save(appraisal, true);
    await handInAndAgree(appraisal);
    expect(await asked(appraisal)).toEqual([value, other]);
    expect(await confirm(appraisal, other)).toMatchObject({ ok: true });
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "hr_audit" });
    expect(await confirm(appraisal, value)).toMatchObject({ ok: true });
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "interview" });
  });

  it("asks again although the same doubt was there before, once taken back and raised anew", async () => {
    const appraisal = await confirmedAndBack([value]);
    await save(appraisal, false);
    await save(appraisal, true);
    await handInAndAgree(appraisal);
    expect(await asked(appraisal)).toEqual([value, other]);
  });

  it("asks no more where HR knew of it when it confirmed", async () => {
    const appraisal = await confirmedAndBack([value]);
    await save(appraisal, true);
    await handInAndAgree(appraisal);
    expect(await asked(appraisal)).toEqual([other]);
    expect(await confirm(appraisal, value)).toEqual({ ok: false, code: "already_done" });
  });

  it("asks no more once it is taken back", async () => {
    const appraisal = await confirmedAndBack();
    await save(appraisal, true);
    await save(appraisal, false);
    await handInAndAgree(appraisal);
    expect(await asked(appraisal)).toEqual([other]);
  });
});

describe("the trail of a doubt", () => {
  const recorded = async ({ id }: TestAppraisal, person: Person) => {
    const trail = await readTrail(company.actor(person), id);
    const kinds = trail?.entries.map(({ event }) => event.kind);
    return kinds?.filter((kind) => kind === "manager.doubted" || kind === "manager.referred");
  };

  it("tells each change, and at the handing in what is newly referred", async () => {
    const appraisal = await confirmedAndBack([other]);
    await save(appraisal, false);
    await save(appraisal, true);
    await save(appraisal, true);
    await handInAndAgree(appraisal);
    const events = (await eventsOf(appraisal.id)).map(({ kind, payload }) => ({ kind, payload }));
    const doubted = (inDoubt: boolean) => ({
      kind: "manager.doubted",
      payload: { value, inDoubt },
    });
    expect(events.filter(({ kind }) => kind === "manager.doubted")).toEqual([doubted(true)]);
    // The other value's doubt is as old as the first round and was referred then.
    expect(events.filter(({ kind }) => kind === "manager.referred")).toEqual([
      { kind: "manager.referred", payload: { round: 2, value } },
    ]);
    await giveBack(appraisal, other);
    await save(appraisal, false);
    expect((await eventsOf(appraisal.id)).at(-1)).toMatchObject(doubted(false));
  });

  it("is the manager's own while it is a draft, the line's and HR's once handed in, never the employee's", async () => {
    const appraisal = await confirmedAndBack();
    await save(appraisal, true);
    await handInAndAgree(appraisal);
    expect(await recorded(appraisal, "manager")).toEqual(["manager.referred", "manager.doubted"]);
    expect(await recorded(appraisal, "secondLevel")).toEqual(["manager.referred"]);
    expect(await recorded(appraisal, "hrPartner")).toEqual(["manager.referred"]);
    const own = await readTrail(appraisal.employee, appraisal.id);
    expect(JSON.stringify(own?.entries)).not.toContain("manager.");
  });
});
