import { randomUUID } from "node:crypto";
import { chain } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Actor, CommandContext } from "@/lib/authz/actor";
import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { resultFor } from "@/lib/dossier/rules";
import { resultOf, routingRow } from "@/lib/sheet/rules";
import type { Sheet, SheetPair, Side } from "@/lib/sheet/types";
import { day, type TestCompany } from "./company";
import { hearAll, scoredOf } from "./heard";
import { eventful, sheetWith, type Scores } from "./sheets";

export interface PlaceOptions {
  /** The manager's scores; by default a 5, a 1 and 3s (`eventful`). */
  readonly manager?: Scores;
  readonly self?: Scores;
  /** Keys of values the manager is in doubt about. */
  readonly inDoubt?: readonly string[];
  /** At HR's audit and after: nobody who benefited was asked. */
  readonly unheard?: boolean;
  /** Who holds the sheet; by default the company's usual line. */
  readonly line?: Partial<Line>;
}

interface Line {
  managerId: string;
  secondLevelId: string | null;
  departmentId: string;
  divisionId: string;
  approverId: string | null;
  hrPartnerId: string | null;
}

export interface TestAppraisal {
  readonly id: string;
  readonly employeeId: string;
  readonly employee: Actor;
  readonly version: number;
  /** What every command's input starts with. */
  readonly target: { readonly appraisalId: string; readonly version: number };
  /** `at` in days from the company's now. */
  context(at?: number): CommandContext;
}

function reached(state: AppraisalState, step: AppraisalState): boolean {
  return chain.from(step).includes(state);
}

let hired = 0;

/** A busy machine may take longer than the five seconds of the client. */
const patience = { timeout: 20_000, maxWait: 10_000 };

/**
 * A new person of the company's usual line with an appraisal in `state`, with everything that leads there: sheets,
 * submissions, decision of round 1, verifications, approvals, interview, answer. A self-review is empty.
 */
export async function appraisalIn(
  company: TestCompany,
  state: AppraisalState,
  options: PlaceOptions = {},
): Promise<TestAppraisal> {
  const employeeId = randomUUID();
  const id = randomUUID();
  hired += 1;
  const employee: Actor = {
    employeeId,
    name: `新同事${hired}`,
    number: `00${9000 + hired}`,
    isHrAdmin: false,
    hrDepartmentIds: new Set(),
  };
  const line = { ...usualLine(company), ...options.line };
  await database().$transaction(async (tx) => {
    await hire(tx, employee, line);
    const participantId = randomUUID();
    const common = { cycleId: company.cycleId, employeeId };
    await tx.participant.create({ data: { id: participantId, ...common, ...line } });
    const stateSince = company.now;
    const sheets = sheetsOf(company, options);
    const place = { ...line, state, stateSince, ...columnsOf(company, state, sheets) };
    const { unheard = false } = options;
    // Laid down as a test takes it for given: no command writes a sheet that is under way, or words by whoever could not give them.
    if (state !== "self_review") await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.appraisal.create({ data: { id, participantId, ...common, ...place } });
    await fill(tx, company, { id, employeeId, line, state, sheets, unheard });
  }, patience);
  const target = { appraisalId: id, version: 1 };
  const at = (days: number) => new Date(company.now.getTime() + days * day);
  const context = (days = 0) => ({ actor: employee, now: at(days) });
  return { id, employeeId, employee, version: 1, target, context };
}

function usualLine(company: TestCompany): Line {
  const { ids, departments } = company;
  return {
    managerId: ids.manager,
    secondLevelId: ids.secondLevel,
    departmentId: departments.group,
    divisionId: departments.division,
    approverId: ids.divisionHead,
    hrPartnerId: ids.hrPartner,
  };
}

/** Interfaces have no index signature, so Prisma's JSON type does not take them as they are. */
function asJson({ side, values }: Sheet): Prisma.InputJsonObject {
  return {
    side,
    values: values.map((value) => ({
      ...value,
      judgements: { ...value.judgements },
      cases: value.cases.map((item) => ({ ...item })),
    })),
  };
}

async function hire(tx: Tx, who: Actor, line: Line) {
  await tx.employee.create({
    data: {
      id: who.employeeId,
      number: who.number,
      name: who.name,
      departmentId: line.departmentId,
      managerId: line.managerId,
      hireDate: new Date("2021-06-01"),
    },
  });
}

interface Filling {
  readonly id: string;
  readonly employeeId: string;
  readonly line: Line;
  readonly state: AppraisalState;
  readonly sheets: SheetPair;
  readonly unheard: boolean;
}

function sheetsOf({ ruleset }: TestCompany, options: PlaceOptions): SheetPair {
  const { framework } = ruleset;
  const self = sheetWith(framework, "self", options.self ?? options.manager ?? eventful);
  const scored = sheetWith(framework, "manager", options.manager ?? eventful);
  const doubted = (key: string) => options.inDoubt?.includes(key) === true;
  const values = scored.values.map((value) => ({ ...value, inDoubt: doubted(value.key) }));
  return { self, manager: { ...scored, values } };
}

function columnsOf({ ruleset, now }: TestCompany, state: AppraisalState, sheets: SheetPair) {
  const { framework, policy } = ruleset;
  const result = (side: Side) => resultOf(framework, policy, sheets, side);
  const { total: managerTotal, band } = result("manager");
  return {
    ...(reached(state, "manager_scoring")
      ? { selfSubmittedAt: now, selfTotal: result("self").total }
      : {}),
    ...(reached(state, "second_level")
      ? { managerSubmittedAt: now, managerTotal, round: 1, band: band?.key ?? null }
      : {}),
    ...(reached(state, "interview") ? { finalAt: now } : {}),
    ...(reached(state, "published") ? { publishedAt: now } : {}),
  };
}

async function fill(tx: Tx, company: TestCompany, filling: Filling) {
  const { id, employeeId, line, state, sheets } = filling;
  if (!reached(state, "manager_scoring")) return;
  const { framework, policy } = company.ruleset;
  const { self, manager } = sheets;
  const at = company.now;
  await writeSheet(tx, company, id, self, sheets);
  const submission = { appraisalId: id, number: 1, submittedAt: at };
  await tx.submission.create({
    data: { ...submission, side: "self", submittedById: employeeId, sheet: asJson(self) },
  });
  if (!reached(state, "second_level")) return;
  await writeSheet(tx, company, id, manager, sheets);
  const result = resultOf(framework, policy, sheets, "manager");
  const scores = Object.fromEntries(result.values.map(({ key, score }) => [key, score]));
  const sheet = { ...asJson(manager), total: result.total, scores };
  await tx.submission.create({
    data: { ...submission, side: "manager", submittedById: line.managerId, sheet },
  });
  await decide(tx, company, filling, result);
}

async function writeSheet(
  tx: Tx,
  company: TestCompany,
  appraisalId: string,
  sheet: Sheet,
  sheets: SheetPair,
): Promise<void> {
  const { framework, policy, valueIds } = company.ruleset;
  const result = resultOf(framework, policy, sheets, sheet.side);
  for (const value of sheet.values) {
    const valueId = valueIds[value.key];
    if (valueId === undefined) throw new Error(value.key);
    const mine = { appraisalId, side: sheet.side, valueId };
    await tx.judgement.createMany({
      data: Object.entries(value.judgements).flatMap(([point, verdict]) =>
        verdict === undefined ? [] : [{ ...mine, point: Number(point), verdict }],
      ),
    });
    await tx.appraisalCase.createMany({
      data: value.cases.map(({ rung, happenedOn, ...rest }, position) => ({
        ...mine,
        ...rest,
        point: rung,
        position,
        happenedOn: happenedOn === "" ? null : new Date(`${happenedOn}T00:00:00Z`),
      })),
    });
    const scored = resultFor(result, value.key);
    const { score: halfPoints, maxHalfPoints } = scored;
    const justification = sheet.side === "manager" ? value.justification : "";
    const doubt = value.inDoubt ? { inDoubtById: company.ids.manager, inDoubtRound: 1 } : {};
    const routed = routingRow(policy, sheet.side, scored);
    await tx.valueScore.create({
      data: { ...mine, halfPoints, maxHalfPoints, justification, ...doubt, ...routed },
    });
  }
}

async function decide(
  tx: Tx,
  company: TestCompany,
  { id, line, state, unheard }: Filling,
  result: ReturnType<typeof resultOf>,
) {
  const at = company.now;
  const { ids } = company;
  const hrId = line.hrPartnerId ?? ids.hrPartner;
  const scored = scoredOf(result);
  if (!unheard) await hearAll(tx, id, scored, { byId: hrId, at });
  if (!reached(state, "hr_audit")) return;
  await tx.secondLevelDecision.create({
    data: { appraisalId: id, round: 1, verdict: "agreed", byId: line.secondLevelId ?? hrId, at },
  });
  if (!reached(state, "approval")) return;
  const given = { appraisalId: id, round: 1, at };
  await tx.hrVerification.createMany({
    data: scored
      .filter(({ routing }) => routing.verify)
      .map(({ valueKey, halfPoints }) => ({
        ...{ ...given, valueKey, halfPoints },
        ...{ verdict: "confirmed" as const, byId: hrId },
      })),
  });
  if (!reached(state, "interview")) return;
  await tx.approval.createMany({
    data: scored
      .filter(({ routing }) => routing.approve)
      .map(({ valueKey, halfPoints }) => ({
        ...given,
        valueKey,
        halfPoints,
        verdict: "approved" as const,
        byId: line.approverId ?? ids.hrAdmin,
      })),
  });
  if (!reached(state, "published")) return;
  await publish(tx, company, id, line, state);
}

async function publish(
  tx: Tx,
  company: TestCompany,
  id: string,
  line: Line,
  state: AppraisalState,
) {
  const at = company.now;
  await tx.interview.create({
    data: {
      appraisalId: id,
      heldOn: at,
      good: "接住了客户的问题。",
      short: "有一次没有及时上报差错。",
      direction: "下季把差错复盘写进交接表。",
      deductions: "诚信：配错价格后隔天才报告。",
      minutes: "双方核对了事实，没有异议。",
      recordedById: line.managerId,
      recordedAt: at,
      confirmedAt: state === "published" ? null : at,
    },
  });
  if (state === "published") return;
  const objected = state === "objected";
  await tx.acknowledgement.create({
    data: {
      appraisalId: id,
      kind: objected ? "objected" : "accepted",
      text: objected ? "诚信一项的事实有出入，请复核。" : "",
      at,
    },
  });
}
