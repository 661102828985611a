import { PrismaPg } from "@prisma/adapter-pg";
import { stableId } from "@/lib/db/ids";
import { PrismaClient, type Prisma } from "@/lib/db/generated/client";
import {
  defaultFrameworkKey,
  defaultPolicyKey,
  frameworkPresets,
  policyPresets,
} from "@/lib/presets";
import { presetRows } from "@/lib/ruleset/rules";
import type { Ruleset } from "@/lib/ruleset/types";
import { idOfDepartment, idOfPerson } from "./build/company";
import { departments, grants, people } from "./build/data";
import { cyclesAt, timeZone } from "./build/quarters";
import { noRows, type Rows } from "./build/rows";
import { lateHireDay, tellQuarter } from "./quarter";
import { demoPasswordHash } from "./sign-ins";

/** Fills an empty, migrated database with the demo company. The same `now` gives the same rows. */
export async function seedDemo(
  databaseUrl: string,
  now: Date,
  onProgress: (text: string) => void = () => undefined,
): Promise<void> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
  try {
    const rows = tellDemo(now);
    await db.$transaction(async (tx) => insertAll(tx, rows, now, onProgress), {
      timeout: 120_000,
      maxWait: 20_000,
    });
  } finally {
    await db.$disconnect();
  }
}

type Tx = Prisma.TransactionClient;

const nothingThere = { frameworks: new Set<string>(), policies: new Set<string>() };

function tellDemo(now: Date): Rows {
  const rows = noRows();
  const versions = {
    frameworkVersionId: stableId("framework", defaultFrameworkKey, 1),
    policyVersionId: stableId("policy", defaultPolicyKey, 1),
  };
  const ruleset = defaultRuleset();
  for (const cycle of cyclesAt(now)) tellQuarter(rows, ruleset, versions, cycle);
  return rows;
}

function defaultRuleset(): Ruleset {
  const framework = frameworkPresets.find(({ key }) => key === defaultFrameworkKey);
  const policy = policyPresets.find(({ key }) => key === defaultPolicyKey);
  if (framework === undefined || policy === undefined) throw new Error("the defaults are missing");
  const valueIds = Object.fromEntries(
    framework.values.map(({ key }) => [key, stableId("value", framework.key, 1, key)]),
  );
  return { framework, frameworkVersion: 1, policy, policyVersion: 1, valueIds };
}

async function insertAll(tx: Tx, rows: Rows, now: Date, onProgress: (text: string) => void) {
  const [first] = cyclesAt(now);
  const founded = first?.openedAt ?? now;
  const presets = presetRows(stableId, founded, nothingThere);
  const steps: readonly (() => Promise<unknown>)[] = [
    () => insertCompany(tx, now, founded),
    () => tx.framework.createMany({ data: presets.frameworks }),
    () => tx.frameworkVersion.createMany({ data: presets.frameworkVersions }),
    () => tx.value.createMany({ data: presets.values }),
    () => tx.rung.createMany({ data: presets.rungs }),
    () => tx.policy.createMany({ data: presets.policies }),
    () => tx.policyVersion.createMany({ data: presets.policyVersions }),
    () => tx.cycle.createMany({ data: rows.cycles }),
    () => tx.stageWindow.createMany({ data: rows.windows }),
    () => tx.participant.createMany({ data: rows.participants }),
    () => tx.appraisal.createMany({ data: rows.appraisals }),
    () => tx.judgement.createMany({ data: rows.judgements }),
    () => tx.appraisalCase.createMany({ data: rows.cases }),
    () => tx.valueScore.createMany({ data: rows.scores }),
    () => tx.submission.createMany({ data: rows.submissions }),
    () => tx.returnNote.createMany({ data: rows.notes }),
    () => tx.secondLevelDecision.createMany({ data: rows.decisions }),
    () => tx.hrVerification.createMany({ data: rows.verifications }),
    () => tx.approval.createMany({ data: rows.approvals }),
    () => tx.interview.createMany({ data: rows.interviews }),
    () => tx.acknowledgement.createMany({ data: rows.answers }),
    () => tx.auditEvent.createMany({ data: inOrder(rows) }),
    () => closePast(tx, now),
  ];
  for (const [index, step] of steps.entries()) {
    await step();
    onProgress(`${index + 1} / ${steps.length}`);
  }
}

/** The log is read in the order of its numbers, so they follow the time. */
function inOrder({ events }: Rows): Rows["events"] {
  return events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

async function insertCompany(tx: Tx, now: Date, founded: Date) {
  await tx.company.create({
    data: { id: 1, name: "知渡学堂", timeZone, isDemo: true, createdAt: founded },
  });
  await tx.department.createMany({
    data: departments.map(({ code, name, nameEn, parent, division }) => ({
      ...{ id: idOfDepartment(code), code, name, nameEn, isDivision: division ?? false },
      parentId: parent === undefined ? null : idOfDepartment(parent),
    })),
  });
  await tx.employee.createMany({
    data: people.map(({ key, number, name, department, manager, title, hired, status }) => ({
      ...{ id: idOfPerson(key), number, name, email: `${key}@example.com`, jobTitle: title },
      departmentId: idOfDepartment(department),
      managerId: manager === undefined ? null : idOfPerson(manager),
      hireDate: new Date(hired === "joins-late" ? lateHireDay(now) : hired),
      status: status ?? "active",
    })),
  });
  await tx.$executeRaw`
    UPDATE department SET head_id = given.head_id
    FROM unnest(${departments.map(({ code }) => idOfDepartment(code))}::uuid[],
      ${departments.map(({ head }) => idOfPerson(head))}::uuid[]) AS given (id, head_id)
    WHERE department.id = given.id`;
  await tx.roleGrant.createMany({
    data: grants.map(({ person, role, department }) => ({
      ...{ id: stableId("demo grant", person, role, department ?? ""), role },
      employeeId: idOfPerson(person),
      departmentId: department === undefined ? null : idOfDepartment(department),
      grantedAt: founded,
    })),
  });
  await tx.credential.createMany({
    data: people
      .filter(({ status }) => status !== "left")
      .map(({ key }) => ({
        ...{ employeeId: idOfPerson(key), passwordHash: demoPasswordHash, changedAt: founded },
      })),
  });
}

async function closePast(tx: Tx, now: Date) {
  for (const { id, open, until } of cyclesAt(now))
    if (!open) await tx.cycle.update({ where: { id }, data: { state: "closed", closedAt: until } });
}
