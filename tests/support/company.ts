import { randomUUID } from "node:crypto";
import type { Actor, CommandContext } from "@/lib/authz/actor";
import { database } from "@/lib/db/client";
import { stableId } from "@/lib/db/ids";
import { defaultFrameworkKey, defaultPolicyKey } from "@/lib/presets";
import { stages } from "@/lib/appraisal/stages";
import { addFramework, addPolicy, installPresets, readRuleset } from "@/lib/ruleset/store";
import type { Ruleset } from "@/lib/ruleset/types";
import type { FrameworkDocument, PolicyDocument } from "@/lib/scoring";
import { classicBefore } from "./documents";

/**
 * One small company for an integration file: call `buildCompany()` once in `beforeAll`, then take a fresh appraisal for
 * each test from `appraisalIn` (tests/support/appraisal.ts). The line of the fresh people is
 * employee → manager → secondLevel → divisionHead → ceo; the HR partner of their division is `hrPartner`.
 */

/** The instant the company was built for; all windows of the open cycle are open around it. */
export const companyNow = new Date("2026-11-21T02:00:00Z");
export const day = 86_400_000;

export const people = [
  "ceo",
  "divisionHead",
  "secondLevel",
  "manager",
  "employee",
  "colleague",
  "otherDivisionHead",
  "otherManager",
  "otherEmployee",
  "hrAdmin",
  "hrPartner",
  "otherHrPartner",
] as const;
export type Person = (typeof people)[number];

type Unit = "root" | "division" | "department" | "group" | "otherDivision" | "hr";

/** Parent unit and head of each unit. `division` and `otherDivision` are divisions. */
const units: Readonly<Record<Unit, { parent: Unit | null; head: Person; name: string }>> = {
  root: { parent: null, head: "ceo", name: "总部" },
  division: { parent: "root", head: "divisionHead", name: "客户服务" },
  department: { parent: "division", head: "secondLevel", name: "客服部" },
  group: { parent: "department", head: "manager", name: "平台客服组" },
  otherDivision: { parent: "root", head: "otherDivisionHead", name: "平台技术" },
  hr: { parent: "root", head: "hrAdmin", name: "人力资源" },
};

/** Unit and manager of each person. */
const posts: Readonly<Record<Person, { unit: Unit; manager: Person | null; name: string }>> = {
  ceo: { unit: "root", manager: null, name: "总裁甲" },
  divisionHead: { unit: "division", manager: "ceo", name: "事业部长乙" },
  secondLevel: { unit: "department", manager: "divisionHead", name: "部门长丙" },
  manager: { unit: "group", manager: "secondLevel", name: "主管丁" },
  employee: { unit: "group", manager: "manager", name: "员工戊" },
  colleague: { unit: "group", manager: "manager", name: "员工己" },
  otherDivisionHead: { unit: "otherDivision", manager: "ceo", name: "事业部长庚" },
  otherManager: { unit: "otherDivision", manager: "otherDivisionHead", name: "主管辛" },
  otherEmployee: { unit: "otherDivision", manager: "otherManager", name: "员工壬" },
  hrAdmin: { unit: "hr", manager: "ceo", name: "人事主管癸" },
  hrPartner: { unit: "hr", manager: "hrAdmin", name: "政委子" },
  otherHrPartner: { unit: "hr", manager: "hrAdmin", name: "政委丑" },
};

export interface TestCompany {
  readonly now: Date;
  readonly cycleId: string;
  readonly ruleset: Ruleset;
  readonly ids: Readonly<Record<Person, string>>;
  readonly departments: Readonly<Record<Unit, string>>;
  actor(person: Person): Actor;
  /** `at` in days from `now`. */
  context(person: Person, at?: number): CommandContext;
}

/** By which presets, or by which framework of the test's own, its cycle is scored; otherwise by the defaults. */
interface Presets {
  readonly framework?: string | FrameworkDocument;
  readonly policy?: string | PolicyDocument;
}

export async function buildCompany(presets: Presets = {}): Promise<TestCompany> {
  const db = database();
  const ids = idsOf(people);
  const departments = idsOf(Object.keys(units).filter(isUnit));
  const cycleId = randomUUID();
  await db.company.create({
    data: { id: 1, name: "测试公司", createdAt: companyNow, timeZone: "Asia/Shanghai" },
  });
  // A cycle keeps the edition it was opened with: the usual one here asks no facts of a consequence.
  await db.$transaction(async (tx) => addPolicy(tx, classicBefore, 1, companyNow));
  await db.$transaction(async (tx) => installPresets(tx, companyNow));
  await insertUnitsAndPeople(ids, departments);
  await insertGrants(ids, departments);
  const { framework, policy } = presets;
  if (typeof framework === "object")
    await db.$transaction(async (tx) => addFramework(tx, framework, 1, companyNow));
  if (typeof policy === "object")
    await db.$transaction(async (tx) => addPolicy(tx, policy, 1, companyNow));
  await insertCycle(cycleId, ids.hrAdmin, presets);
  const ruleset = await db.$transaction(async (tx) => readRuleset(tx, cycleId));
  const actor = (person: Person) => actorOf(person, ids, departments);
  return {
    now: companyNow,
    cycleId,
    ruleset,
    ids,
    departments,
    actor,
    context: (person, at = 0) => ({
      actor: actor(person),
      now: new Date(companyNow.getTime() + at * day),
    }),
  };
}

function isUnit(name: string): name is Unit {
  return name in units;
}

function idsOf<K extends string>(names: readonly K[]): Record<K, string> {
  const found: Partial<Record<K, string>> = {};
  for (const name of names) found[name] = randomUUID();
  return complete(found, names);
}

function complete<K extends string>(record: Partial<Record<K, string>>, names: readonly K[]) {
  const isComplete = (r: Partial<Record<K, string>>): r is Record<K, string> =>
    names.every((name) => r[name] !== undefined);
  if (!isComplete(record)) throw new Error("missing id");
  return record;
}

async function insertUnitsAndPeople(
  ids: Readonly<Record<Person, string>>,
  departments: Readonly<Record<Unit, string>>,
) {
  const db = database();
  const names = Object.keys(units).filter(isUnit);
  await db.department.createMany({
    data: names.map((unit) => {
      const { parent, name } = units[unit];
      const isDivision = unit === "division" || unit === "otherDivision";
      const parentId = parent === null ? null : departments[parent];
      return { id: departments[unit], code: unit, name, nameEn: unit, isDivision, parentId };
    }),
  });
  await db.employee.createMany({
    data: people.map((person, index) => {
      const { unit, manager, name } = posts[person];
      return {
        id: ids[person],
        number: `000${100 + index}`,
        name,
        email: `${person.toLowerCase()}@example.com`,
        departmentId: departments[unit],
        managerId: manager === null ? null : ids[manager],
        hireDate: new Date("2020-03-01"),
      };
    }),
  });
  for (const unit of names) {
    const headId = ids[units[unit].head];
    await db.department.update({ where: { id: departments[unit] }, data: { headId } });
  }
}

async function insertGrants(
  ids: Readonly<Record<Person, string>>,
  departments: Readonly<Record<Unit, string>>,
) {
  const grant = { grantedById: ids.hrAdmin, grantedAt: companyNow };
  await database().roleGrant.createMany({
    data: [
      { ...grant, employeeId: ids.hrAdmin, role: "hr_admin" },
      {
        ...grant,
        employeeId: ids.hrPartner,
        role: "hr_partner",
        departmentId: departments.division,
      },
      {
        ...grant,
        employeeId: ids.otherHrPartner,
        role: "hr_partner",
        departmentId: departments.otherDivision,
      },
    ],
  });
}

async function insertCycle(
  cycleId: string,
  openedById: string,
  { framework = defaultFrameworkKey, policy = defaultPolicyKey }: Presets,
) {
  const db = database();
  const opensAt = new Date(companyNow.getTime() - 30 * day);
  await db.cycle.create({
    data: {
      id: cycleId,
      year: 2026,
      quarter: 4,
      frameworkVersionId: stableId(
        "framework",
        typeof framework === "string" ? framework : framework.key,
        1,
      ),
      policyVersionId: stableId("policy", typeof policy === "string" ? policy : policy.key, 1),
      openedAt: opensAt,
      openedById,
    },
  });
  await db.stageWindow.createMany({
    data: stages.map((stage, index) => ({
      cycleId,
      stage,
      opensAt,
      closesAt: new Date(companyNow.getTime() + (index + 1) * 3 * day),
    })),
  });
}

const granted: Partial<Record<Person, readonly Unit[]>> = {
  hrPartner: ["division", "department", "group"],
  otherHrPartner: ["otherDivision"],
};

function actorOf(
  person: Person,
  ids: Readonly<Record<Person, string>>,
  departments: Readonly<Record<Unit, string>>,
): Actor {
  return {
    employeeId: ids[person],
    name: posts[person].name,
    number: `000${100 + people.indexOf(person)}`,
    isHrAdmin: person === "hrAdmin",
    hrDepartmentIds: new Set((granted[person] ?? []).map((unit) => departments[unit])),
  };
}

/** One more HR partner of the usual department; whoever is one already stays so. */
export async function makeHrPartner(
  { departments, now }: TestCompany,
  employeeId: string,
): Promise<void> {
  await database().roleGrant.create({
    data: { employeeId, role: "hr_partner", departmentId: departments.department, grantedAt: now },
  });
}
