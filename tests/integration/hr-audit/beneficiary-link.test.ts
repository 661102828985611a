import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/public/answer/route";
import { readTopDossier } from "@/lib/approval/queries";
import { answerLink, makeLink, recordView, revokeLink } from "@/lib/beneficiary/commands";
import { readQuestion } from "@/lib/beneficiary/queries";
import { ownOrigin } from "@/lib/commands/request";
import { pauseCycle } from "@/lib/cycle/commands/cycle";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, day, type Person, type TestCompany } from "../../support/company";
import { cycleUnder } from "../../support/cycles";
import { rowOf, viewOn } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const five = "customer-first";
const question = "双十一那晚的退款是怎么解决的？";
const said = "他当晚就把钱退到了，还回了电话。";
const gone = { ok: false, code: "link_invalid" };
const visitor = (days = 0) => ({
  now: new Date(company.now.getTime() + days * day),
  address: crypto.randomUUID(),
});
const answered = (token: string, more: object = {}) => ({
  ...{ token, said, name: "王敏", relation: "客户", ...more },
});
async function linkOn(id: string, days: 3 | 7 | 14 = 7, by: Person = "hrPartner", at = company) {
  const input = { appraisalId: id, value: five, question, days };
  const made = await makeLink(at.context(by), input);
  if (!made.ok) throw new Error(made.code);
  const token = made.value.path.replace("/answer/", "");
  const { id: linkId } = await database().beneficiaryLink.findFirstOrThrow({
    where: { appraisalId: id },
    orderBy: { at: "desc" },
  });
  return { token, linkId };
}
const sheet = () => appraisalIn(company, "hr_audit", { unheard: true });
const viewsOf = (appraisalId: string) =>
  database().beneficiaryView.count({ where: { appraisalId } });

describe("a link for a beneficiary", () => {
  it("shows the question alone, takes one answer, and leaves the version as it was", async () => {
    const { id } = await sheet();
    const { token } = await linkOn(id);
    expect(await readQuestion(visitor(), token)).toBe(question);
    expect(await answerLink(visitor(1), answered(token))).toEqual({ ok: true, value: null });
    expect(await answerLink(visitor(1), answered(token))).toEqual(gone);
    expect(await readQuestion(visitor(1), token)).toBeNull();
    expect((await rowOf(id)).version).toBe(1);
    const dossier = await readDossier(company.actor("hrPartner"), id);
    const value = dossier?.values.find(({ key }) => key === five);
    expect(value?.views).toMatchObject([{ asked: "王敏 · 客户", byLink: true, way: null, said }]);
    expect(value?.links).toMatchObject([{ question, state: "used" }]);
    const corrects = value?.views[0]?.id ?? "";
    const input = { ...viewOn(id, five), corrects };
    expect(await recordView(company.context("hrPartner"), input)).toMatchObject({
      fields: { corrects: { code: "unknown_view" } },
    });
  });

  it("is read by the approver, whose page lists no links, and not by the manager", async () => {
    const { id } = await appraisalIn(company, "approval", { unheard: true });
    const { token } = await linkOn(id);
    await answerLink(visitor(), answered(token, { name: "", relation: "" }));
    const top = await readTopDossier(company.actor("divisionHead"), id, company.now);
    expect(top?.values).toMatchObject([{ views: [{ asked: "", said }], links: [] }]);
    const manager = JSON.stringify(await readDossier(company.actor("manager"), id));
    expect([manager.includes(said), manager.includes(question)]).toEqual([false, false]);
  });

  it("of two answers at once keeps one", async () => {
    const { id } = await sheet();
    const { token } = await linkOn(id);
    const both = await Promise.all(
      ["甲", "乙"].map((name) => answerLink(visitor(), answered(token, { name }))),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toEqual([gone]);
    expect(await viewsOf(id)).toBe(1);
  });

  it.each([3, 7, 14] as const)("holds %i days", async (days) => {
    const { id } = await sheet();
    const { token } = await linkOn(id, days);
    expect(await readQuestion(visitor(days - 0.01), token)).toBe(question);
    expect(await readQuestion(visitor(days), token)).toBeNull();
    expect(await answerLink(visitor(days), answered(token))).toEqual(gone);
  });

  it("can be revoked once and is then like one that never was", async () => {
    const { id } = await sheet();
    const { token, linkId } = await linkOn(id);
    const revoke = () => revokeLink(company.context("hrPartner"), { appraisalId: id, linkId });
    expect(await revoke()).toMatchObject({ ok: true });
    expect(await revoke()).toEqual({ ok: false, code: "already_done" });
    for (const tried of [token, "no-such-token"]) {
      expect(await readQuestion(visitor(), tried)).toBeNull();
      expect(await answerLink(visitor(), answered(tried))).toEqual(gone);
    }
    expect(await viewsOf(id)).toBe(0);
  });

  it("is made by HR alone, of a score that asks for it", async () => {
    const { id } = await sheet();
    const input = { appraisalId: id, value: five, question, days: 7 as const };
    for (const person of ["manager", "secondLevel", "divisionHead", "hrAdmin"] as const)
      expect(await makeLink(company.context(person), input)).toMatchObject({ ok: false });
    const other = { ...input, value: "passion" };
    expect(await makeLink(company.context("hrPartner"), other)).toMatchObject({
      fields: { value: { code: "nothing_to_verify" } },
    });
  });

  it("is dead while the cycle is paused, and once the score no longer asks", async () => {
    const { framework, policy } = company.ruleset;
    const own = await cycleUnder(company, framework, policy);
    const { id } = await appraisalIn(own, "hr_audit", { unheard: true });
    const { token } = await linkOn(id, 7, "hrPartner", own);
    expect(await readQuestion(visitor(), token)).toBe(question);
    const { cycleId } = own;
    const { version } = await database().cycle.findUniqueOrThrow({ where: { id: cycleId } });
    const input = { cycleId, version, reason: "系统故障" };
    expect(await pauseCycle(own.context("hrAdmin"), input)).toMatchObject({ ok: true });
    expect(await readQuestion(visitor(), token)).toBeNull();
    expect(await answerLink(visitor(), answered(token))).toEqual(gone);
    expect(await viewsOf(id)).toBe(0);
    const published = await appraisalIn(company, "published");
    const refused = { appraisalId: published.id, value: five, question, days: 7 as const };
    expect(await makeLink(company.context("hrPartner"), refused)).toMatchObject({ ok: false });
  });

  it("closes the door to an address that tries too often", async () => {
    const from = visitor();
    for (let tried = 0; tried < 100; tried += 1) await answerLink(from, answered(`no-${tried}`));
    expect(await answerLink(from, answered("no"))).toMatchObject({ code: "too_many_attempts" });
  });
});

describe("over HTTP", () => {
  const post = (body: object, origin = ownOrigin()) =>
    POST(
      new Request("https://tongguan.example/api/public/answer", {
        method: "POST",
        headers: { "content-type": "application/json", origin },
        body: JSON.stringify(body),
      }),
    );

  it("no token, an empty answer and a foreign page are refused", async () => {
    expect((await post(answered("no-such-token"))).status).toBe(410);
    expect((await post(answered("no-such-token", { said: " " }))).status).toBe(422);
    expect((await post(answered("no"), "https://evil.example")).status).toBe(403);
  });
});

describe("the database", () => {
  it("keeps no token, and lets nobody use, change or delete what was used or revoked", async () => {
    const { id } = await sheet();
    const { token, linkId } = await linkOn(id);
    expect(JSON.stringify(await database().beneficiaryLink.findMany())).not.toContain(token);
    const set = (sql: string) =>
      database().$executeRawUnsafe(`UPDATE beneficiary_link SET ${sql} WHERE id = '${linkId}'`);
    await expect(set("question = '几分？'")).rejects.toThrow("never rewritten");
    await expect(set("expires_at = expires_at + interval '1 day'")).rejects.toThrow("rewritten");
    await expect(set("used_at = expires_at")).rejects.toThrow("ended");
    await expect(set("used_at = at")).rejects.toThrow("has its answer");
    await set("revoked_at = at");
    await expect(set("revoked_at = NULL")).rejects.toThrow("stays so");
    await expect(set("used_at = at")).rejects.toThrow("stays so");
    await expect(
      database().$executeRaw`DELETE FROM beneficiary_link WHERE id = ${linkId}::uuid`,
    ).rejects.toThrow("append-only");
    await expect(
      database().$executeRaw`
        INSERT INTO beneficiary_view (id, appraisal_id, value_key, asked, asked_on, said, link_id, by_id, at)
        VALUES (gen_random_uuid(), ${id}::uuid, ${five}, '', '2026-11-18', '好', ${linkId}::uuid,
          ${company.ids.hrPartner}::uuid, now())`,
    ).rejects.toThrow("of the link it used");
  });
});
