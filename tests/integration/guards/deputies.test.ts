import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

/** In the role of the application, and in words any program could send. */
const run = (sql: string) => database().$executeRawUnsafe(sql);

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

interface Named {
  readonly for: Person;
  readonly deputy: Person;
  readonly by: Person;
  readonly rooms: string;
  readonly from: string;
  readonly at: string;
  readonly people: string;
  readonly until: string;
}

const name = (given: Partial<Named>) => {
  const one: Named = {
    ...{ for: "divisionHead", deputy: "otherDivisionHead", by: given.for ?? "divisionHead" },
    ...{
      rooms: "approver",
      from: "2026-11-22",
      at: "2026-11-21T03:00Z",
      people: "",
      until: "2026-12-01",
    },
    ...given,
  };
  const { ids } = company;
  return run(`INSERT INTO delegation (id, for_id, deputy_id, rooms, department_ids, employee_ids, starts_at, ends_at, by_id, at)
    VALUES (gen_random_uuid(), '${ids[one.for]}', '${ids[one.deputy]}', '{${one.rooms}}', '{}', '{${one.people}}',
      '${one.from}', '${one.until}', '${ids[one.by]}', '${one.at}')`);
};

describe("a delegation", () => {
  it("is named by whoever is away or an HR administrator, for days to come", async () => {
    await expect(name({ by: "secondLevel" })).rejects.toThrow("named by whoever is away");
    await expect(name({ by: "otherDivisionHead" })).rejects.toThrow("named by whoever is away");
    await expect(name({ from: "2026-11-01" })).rejects.toThrow("from when they are named on");
    const long = { from: "2000-01-01", at: "2000-01-01" };
    await expect(name(long)).rejects.toThrow("from when they are named on");
  });

  it("goes beside or down the line, and HR's to a partner", async () => {
    const line = "beside or below in the line";
    for (const deputy of ["ceo", "otherManager", "manager"] as const)
      await expect(name({ deputy }), deputy).rejects.toThrow(line);
    await expect(name({ rooms: "hr" })).rejects.toThrow(line);
    await expect(name({ deputy: "hrAdmin", rooms: "hr" })).rejects.toThrow(line);
  });

  it("is of what the one away holds, of nobody above the deputy, and has no deputy itself", async () => {
    const { employeeId } = await appraisalIn(company, "self_review", {
      line: { approverId: company.ids.otherDivisionHead },
    });
    await expect(name({ people: employeeId })).rejects.toThrow("what the one away holds");
    await expect(name({ people: company.ids.ceo })).rejects.toThrow("in the line");
    expect(await name({})).toBe(1);
    const twice = "a deputy has no deputy, and a room has one";
    await expect(name({})).rejects.toThrow(twice);
    await expect(name({ for: "otherDivisionHead", deputy: "divisionHead" })).rejects.toThrow(twice);
    const end = (by: Person) =>
      run(`UPDATE delegation SET ended_at = '2026-11-23', ended_by_id = '${company.ids[by]}'`);
    await expect(end("otherDivisionHead")).rejects.toThrow("ended by whoever was away");
    expect(await end("hrAdmin")).toBe(1);
  });
});

describe("a declared relation", () => {
  const declare = (by: Person, confirmedBy: Person | null) => {
    const { ids } = company;
    const confirmed = confirmedBy === null ? "NULL, NULL" : `now(), '${ids[confirmedBy]}'`;
    return run(`INSERT INTO declared_relation (id, person_id, other_id, kind, by_id, at, confirmed_at, confirmed_by_id)
      VALUES ('${randomUUID()}', '${ids.hrAdmin}', '${ids.employee}', 'kin', '${ids[by]}', '2026-11-21', ${confirmed})`);
  };

  it("runs by an HR administrator who is neither of the two", async () => {
    for (const by of ["hrAdmin", "employee", "manager", "hrPartner"] as const)
      await expect(declare("hrAdmin", by), by).rejects.toThrow(
        "nobody confirms a relation of their own",
      );
    await expect(declare("manager", null)).rejects.toThrow("declared by one of the two");
    expect(await declare("hrAdmin", null)).toBe(1);
    const end = run(
      `UPDATE declared_relation SET ended_at = now(), ended_by_id = '${company.ids.employee}'`,
    );
    await expect(end).rejects.toThrow("nobody ends a relation of their own");
  });
});
