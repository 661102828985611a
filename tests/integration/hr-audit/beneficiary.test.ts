import { beforeAll, describe, expect, it } from "vitest";
import { recordView } from "@/lib/beneficiary/commands";
import { recordViewSchema } from "@/lib/beneficiary/schema";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { readTopDossier } from "@/lib/approval/queries";
import { confirmScore } from "@/lib/hr-audit/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { eventsOf, footprintOf, rowOf, viewOn } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const five = "customer-first";
const secret = "对方说：这个办法我们照用到现在。";
const record = (id: string, given: object = {}, by: Person = "hrPartner") =>
  recordView(company.context(by), { ...viewOn(id, five), said: secret, ...given });
const viewsFor = async (person: Person, id: string) =>
  (await readDossier(company.actor(person), id))?.values.find(({ key }) => key === five)?.views;

describe("what those who benefited said", () => {
  it("is written down one after another and beside others' work: the version stays", async () => {
    const { id } = await appraisalIn(company, "hr_audit", { unheard: true });
    expect(await record(id)).toMatchObject({ ok: true });
    expect(await record(id, { asked: "接手的同事", way: "message" })).toMatchObject({ ok: true });
    expect((await rowOf(id)).version).toBe(1);
    expect(await viewsFor("hrPartner", id)).toMatchObject([
      { asked: "学员的班主任", askedOn: "2026-11-18", way: "phone", said: secret, before: [] },
      { asked: "接手的同事", way: "message" },
    ]);
    const input = { appraisalId: id, version: 1, value: five, comment: "" };
    expect(await confirmScore(company.context("hrPartner"), input)).toMatchObject({ ok: true });
    expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual([
      ...["hr.beneficiary_view", "hr.beneficiary_view", "hr.confirmed"],
    ]);
  });

  it("is corrected by a new one, once; the earlier words stay readable", async () => {
    const { id } = await appraisalIn(company, "hr_audit", { unheard: true });
    const first = await record(id, { said: "记错了" });
    const corrects = first.ok ? first.value.viewId : "";
    expect(await record(id, { corrects })).toMatchObject({ ok: true });
    expect(await viewsFor("hrPartner", id)).toMatchObject([
      { said: secret, before: [{ said: "记错了" }] },
    ]);
    expect(await record(id, { corrects })).toMatchObject({
      ok: false,
      fields: { corrects: { code: "unknown_view" } },
    });
  });

  it("is still taken in while the 5 waits for its approval, and the approver reads it", async () => {
    const { id } = await appraisalIn(company, "approval", { unheard: true });
    expect(await record(id)).toMatchObject({ ok: true });
    const dossier = await readTopDossier(company.actor("divisionHead"), id, company.now);
    expect(dossier?.values).toMatchObject([{ key: five, views: [{ said: secret }] }]);
  });

  it.each(["approval", "published"] as const)(
    "is in %s shown to nobody but HR and, while it is theirs, the approver",
    async (state) => {
      const sheet = await appraisalIn(company, state);
      const { said } = await database().beneficiaryView.findFirstOrThrow({
        where: { appraisalId: sheet.id, valueKey: five },
      });
      for (const person of ["manager", "secondLevel", "hrPartner", "divisionHead"] as const) {
        const shown = JSON.stringify(await readDossier(company.actor(person), sheet.id));
        const reads = person === "hrPartner" || (person === "divisionHead" && state === "approval");
        expect([person, shown.includes(said)]).toEqual([person, reads]);
      }
      const own = JSON.stringify(await readDossier(sheet.employee, sheet.id));
      expect(own.includes(said)).toBe(false);
    },
  );
});

describe("bad input", () => {
  it("is said at its field and changes nothing", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    const before = await footprintOf(id);
    const faults = async (given: object) => {
      const answer = await record(id, given);
      return answer.ok ? null : answer.fields;
    };
    expect(await faults({ askedOn: "2027-01-01" })).toEqual({ askedOn: { code: "future_date" } });
    expect(await faults({ value: "passion" })).toEqual({ value: { code: "nothing_to_verify" } });
    expect(await faults({ value: "loyalty" })).toEqual({ value: { code: "unknown_value" } });
    expect(await footprintOf(id)).toEqual(before);
  });

  it("is refused by the schema with a code at each field", () => {
    const empty = {
      ...viewOn(crypto.randomUUID(), five),
      asked: " ",
      askedOn: "",
      way: "",
      said: "",
    };
    expect(parseInput(recordViewSchema, empty)).toMatchObject({
      fields: {
        ...{ asked: { code: "required" }, askedOn: { code: "required" } },
        ...{ way: { code: "required" }, said: { code: "required" } },
      },
    });
  });
});

describe("the database", () => {
  const insert = (id: string, more: { asked?: string; corrects?: string; value?: string } = {}) =>
    database().$executeRaw`
      INSERT INTO beneficiary_view (id, appraisal_id, value_key, asked, asked_on, way, said, corrects_id, by_id, at)
      VALUES (gen_random_uuid(), ${id}::uuid, ${more.value ?? five}, ${more.asked ?? "客户"}, '2026-11-18', 'phone', '好',
        ${more.corrects ?? null}::uuid, ${company.ids.hrPartner}::uuid, now())`;

  it("changes and deletes none, and takes none without who was asked or that corrects another score's", async () => {
    const { id } = await appraisalIn(company, "hr_audit", { unheard: true });
    await insert(id);
    const [row] = await database().beneficiaryView.findMany({ where: { appraisalId: id } });
    const change = database()
      .$executeRaw`UPDATE beneficiary_view SET said = '不好' WHERE id = ${row?.id}::uuid`;
    await expect(change).rejects.toThrow("append-only");
    const remove = database().$executeRaw`DELETE FROM beneficiary_view WHERE id = ${row?.id}::uuid`;
    await expect(remove).rejects.toThrow("append-only");
    await expect(insert(id, { asked: " " })).rejects.toThrow("says who was asked");
    await expect(insert(id, { corrects: row?.id ?? "", value: "passion" })).rejects.toThrow(
      "of the same score",
    );
  });
});
