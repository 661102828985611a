import { PrismaPg } from "@prisma/adapter-pg";
import { stableId } from "@/lib/db/ids";
import { PrismaClient, type Prisma } from "@/lib/db/generated/client";
import { presetRows } from "@/lib/ruleset/rules";
import { idOfDepartment, idOfPerson } from "./build/company";
import { departments, grants, people } from "./build/data";
import { cyclesAt, timeZone } from "./build/quarters";
import type { Rows } from "./build/rows";
import { lateHireDay } from "./quarter";
import { demoPasswordHash } from "./sign-ins";
import { insertAbsence } from "./absence";
import { demoRows } from "./demo";

/** Fills an empty, migrated database with the demo company. The same `now` gives the same rows. */
export async function seedDemo(
  databaseUrl: string,
  now: Date,
  onProgress: (text: string) => void = () => undefined,
): Promise<void> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
  try {
    const rows = demoRows(now);
    await db.$transaction(async (tx) => insertAll(tx, rows, now, onProgress), {
      // A slow machine may take its time: somebody waits for it once.
      timeout: 900_000,
      maxWait: 20_000,
    });
  } finally {
    await db.$disconnect();
  }
}

type Tx = Prisma.TransactionClient;

async function insertAll(tx: Tx, rows: Rows, now: Date, onProgress: (text: string) => void) {
  const [first] = cyclesAt(now);
  const founded = first?.openedAt ?? now;
  const presets = presetRows(stableId, founded);
  const steps: readonly (() => Promise<unknown>)[] = [
    () => insertCompany(tx, now, founded),
    () => tx.framework.createMany({ data: presets.frameworks }),
    () => tx.frameworkVersion.createMany({ data: presets.frameworkVersions }),
    () => tx.value.createMany({ data: presets.values }),
    () => tx.rung.createMany({ data: presets.rungs }),
    () => tx.policy.createMany({ data: presets.policies }),
    () => tx.policyVersion.createMany({ data: presets.policyVersions }),
    () => tx.cycle.createMany({ data: rows.cycles }),
    () => tx.sampleSeed.createMany({ data: rows.seeds }),
    () => tx.stageWindow.createMany({ data: rows.windows }),
    () => inParts(rows.participants, (data) => tx.participant.createMany({ data })),
    () => inParts(rows.appraisals, (data) => tx.appraisal.createMany({ data })),
    () => tx.cycleChange.createMany({ data: rows.changes }),
    () => tx.ownWindow.createMany({ data: rows.ownWindows }),
    () => inParts(rows.judgements, (data) => tx.judgement.createMany({ data })),
    () => inParts(rows.cases, (data) => tx.appraisalCase.createMany({ data })),
    () => inParts(rows.scores, (data) => tx.valueScore.createMany({ data })),
    () => inParts(rows.submissions, (data) => tx.submission.createMany({ data })),
    () => inParts(rows.fates, (data) => tx.submissionFateRow.createMany({ data })),
    () => tx.returnNote.createMany({ data: rows.notes }),
    () => tx.secondLevelDecision.createMany({ data: rows.decisions }),
    () => tx.beneficiaryView.createMany({ data: rows.views }),
    () => tx.beneficiaryLink.createMany({ data: rows.links }),
    () => tx.approval.createMany({ data: rows.approvals }),
    () => tx.hrVerification.createMany({ data: rows.verifications }),
    () => tx.appointment.createMany({ data: rows.appointments }),
    () => tx.interview.createMany({ data: rows.interviews }),
    () => tx.acknowledgement.createMany({ data: rows.answers }),
    () => insertDraws(tx, rows),
    () => inParts(rows.events, (data) => tx.recordedEvent.createMany({ data })),
    () => insertAbsence(tx, now),
    () => closePast(tx, now),
  ];
  for (const [index, step] of steps.entries()) {
    await step();
    onProgress(`${index + 1} / ${steps.length}`);
  }
}

async function insertDraws(tx: Tx, rows: Rows) {
  await tx.sampleDraw.createMany({ data: rows.draws.map(({ draw }) => draw) });
  for (const { items } of rows.draws) await tx.sampleItem.createMany({ data: [...items] });
}

/** A statement takes at most 32,767 figures; Prisma would send the parts side by side, which pg warns of. */
async function inParts<T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += 1500)
    await insert(rows.slice(start, start + 1500));
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
