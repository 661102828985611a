import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { database } from "@/lib/db/client";
import { reopenSheet } from "@/lib/hr-audit/commands";
import { readEarlierResults, readFormerResults, readResult } from "@/lib/result/queries";
import { readTrail } from "@/lib/trail/queries";
import { handOversOf } from "../hand-over/support";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { cycleUnder } from "../../support/cycles";
import { classicBefore } from "../../support/documents";

let opening: TestCompany;
let later: TestCompany;
beforeAll(async () => {
  const policy = { ...classicBefore, key: "opening", earlierToNewManager: true };
  opening = await buildCompany({ policy });
  later = await cycleUnder(opening, opening.ruleset.framework, classicBefore);
});

const see = (person: Person, { id }: TestAppraisal) =>
  readResult(opening.actor(person), id, opening.now);

async function reportsTo(sheet: TestAppraisal, person: Person) {
  const where = { id: sheet.employeeId };
  await database().employee.update({ where, data: { managerId: opening.ids[person] } });
}

/** The same person's sheet of the quarter after. */
async function nextSheet({ employeeId }: TestAppraisal): Promise<string> {
  const { id } = await appraisalIn(later, "self_review");
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE participant SET employee_id = ${employeeId}::uuid
      WHERE id = (SELECT participant_id FROM appraisal WHERE id = ${id}::uuid)`;
    await tx.appraisal.update({ where: { id }, data: { employeeId } });
  });
  return id;
}

describe("a result published by a policy that opens it", () => {
  it("is read by whoever is the manager today, as the employee reads it, and found", async () => {
    const sheet = await appraisalIn(opening, "acknowledged");
    expect(await see("otherManager", sheet)).toBeNull();
    await reportsTo(sheet, "otherManager");
    const result = await see("otherManager", sheet);
    expect(result?.dossier.seenAs).toBe("present_manager");
    expect(result?.mayTrail).toBe(false);
    const own = await readResult(sheet.employee, sheet.id, opening.now);
    expect(result?.dossier.history).toEqual(own?.dossier.history);
    expect(result?.dossier.values).toEqual(own?.dossier.values);
    const actor = opening.actor("otherManager");
    expect(await readTrail(actor, sheet.id)).toBeNull();
    expect(await readFormerResults(actor, sheet.id)).toBeNull();
    const next = await nextSheet(sheet);
    expect(await readEarlierResults(actor, next)).toMatchObject([{ appraisalId: sheet.id }]);
    expect(await readEarlierResults(opening.actor("colleague"), next)).toEqual([]);
    await reportsTo(sheet, "secondLevel");
    expect(await see("otherManager", sheet)).toBeNull();
    expect(await readEarlierResults(actor, next)).toEqual([]);
  });

  it("is read, once it was reopened, by the manager it was handed over to", async () => {
    const sheet = await appraisalIn(opening, "published");
    const { version } = await database().appraisal.findUniqueOrThrow({ where: { id: sheet.id } });
    const reopened = await reopenSheet(opening.context("hrPartner"), {
      ...{ appraisalId: sheet.id, version, to: "manager_scoring" },
      reasons: [{ reason: "两处事实互相矛盾。", value: null, rung: null, caseId: null }],
    });
    expect(reopened).toMatchObject({ ok: true });
    const { give } = await handOversOf(opening);
    expect(await give([sheet], { way: "anew" })).toMatchObject({ ok: true });
    const former = await readFormerResults(opening.actor("otherManager"), sheet.id);
    expect(former?.former).toHaveLength(1);
  });

  it("nothing of it before it is published, nor from a manager who is away", async () => {
    const sheet = await appraisalIn(opening, "interview");
    await reportsTo(sheet, "otherManager");
    expect(await see("otherManager", sheet)).toBeNull();
    expect(await readDossier(opening.actor("otherManager"), sheet.id)).toBeNull();
    const done = await appraisalIn(opening, "published");
    await reportsTo(done, "otherManager");
    const where = { id: opening.ids.otherManager };
    const put = (status: "on_leave" | "active") =>
      database().employee.update({ where, data: { status } });
    await put("on_leave");
    expect(await see("otherManager", done)).toBeNull();
    await put("active");
    expect(await see("otherManager", done)).not.toBeNull();
    const left = { where: { id: done.employeeId }, data: { status: "left" } } as const;
    await database().employee.update(left);
    expect(await see("otherManager", done)).toBeNull();
  });

  it("not with a declared relation", async () => {
    const sheet = await appraisalIn(opening, "acknowledged");
    await reportsTo(sheet, "otherManager");
    const at = opening.now;
    await database().declaredRelation.create({
      data: {
        ...{ id: randomUUID(), personId: sheet.employeeId, otherId: opening.ids.otherManager },
        ...{ kind: "kin", byId: opening.ids.hrAdmin, at },
        ...{ confirmedById: opening.ids.hrAdmin, confirmedAt: at },
      },
    });
    expect(await see("otherManager", sheet)).toBeNull();
  });
});

it("a policy that says nothing keeps it closed, whatever the policy of today", async () => {
  const sheet = await appraisalIn(later, "acknowledged");
  await reportsTo(sheet, "otherManager");
  expect(await see("otherManager", sheet)).toBeNull();
});
