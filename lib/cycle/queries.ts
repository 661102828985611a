import "server-only";
import { stages } from "@/lib/appraisal/stages";
import type { Actor, CommandContext } from "@/lib/authz/actor";
import { concernsOneself } from "@/lib/authz/not-yourself";
import { readTimeZone } from "@/lib/company/store";
import { inTurn, read, type Reading } from "@/lib/db/read";
import { inTransaction } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { ok, refuse, type Outcome } from "@/lib/errors/outcome";
import { dayIn, quarterAfter, quarterOf } from "@/lib/i18n/zone";
import { countOverdue } from "@/lib/interview/store/overdue";
import { defaultFrameworkKey, defaultPolicyKey } from "@/lib/presets";
import { stageCounts, withOwn } from "@/lib/progress/rules";
import { countStages, readUnits } from "@/lib/progress/store";
import { readPauseReason } from "@/lib/participation/store";
import { readFrameworkVersion, readPolicyVersion } from "@/lib/ruleset/store";
import { flattenTree, departmentNames } from "@/lib/departments/rules";
import { readSampleState } from "@/lib/sample/store";
import { mayManageCycles } from "./permissions";
import { proposedJoinedAfter, proposedWindows } from "./rules/windows";
import type { PreviewOpeningInput } from "./schema";
import { countExempt, readPath } from "./store/cycles";
import { checkOpening, previewStanding, scorable } from "./store/opening";
import type {
  CycleOptions,
  CycleSummary,
  CycleView,
  OpeningPreview,
  QuarterChoice,
  UnitProgress,
} from "./types";

const summarySelect = {
  id: true,
  year: true,
  quarter: true,
  state: true,
  openedAt: true,
  closedAt: true,
} satisfies Prisma.CycleSelect;

/** Newest first. Four a year: fifty are more than a decade. */
export async function listCycles(actor: Actor): Promise<CycleSummary[] | null> {
  if (!mayManageCycles(actor)) return null;
  return read(actor, async (tx) => {
    const rows = await tx.cycle.findMany({
      orderBy: [{ year: "desc" }, { quarter: "desc" }],
      take: 50,
      select: summarySelect,
    });
    const counted = await countStages(
      tx,
      actor,
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row, index) => {
      const counts = counted[index];
      if (counts === undefined) return [];
      const { people, ownDone, stages: others } = counts;
      return [{ ...row, people, done: withOwn(stageCounts(others).done, ownDone) }];
    });
  });
}

/** One cycle in counts. `departmentId` opens a department of the tree; null is the top. */
export async function readCycle(
  actor: Actor,
  cycleId: string,
  departmentId: string | null,
  now: Date,
): Promise<CycleView | null> {
  if (!mayManageCycles(actor)) return null;
  return read(actor, async (tx) => {
    const row = await tx.cycle.findUnique({
      where: { id: cycleId },
      select: {
        ...summarySelect,
        ...{ version: true, pausedAt: true, frameworkVersionId: true, policyVersionId: true },
        windows: { select: { stage: true, opensAt: true, closesAt: true } },
      },
    });
    if (row === null) return null;
    const path = await readPath(tx, cycleId, departmentId);
    if (path === null) return null;
    const { frameworkVersionId, policyVersionId, windows, pausedAt, ...summary } = row;
    const framework = await readFrameworkVersion(tx, frameworkVersionId);
    const policy = await readPolicyVersion(tx, policyVersionId);
    const { people, ownDone, done, returned, ...counts } = await readUnits(tx, actor, cycleId);
    return {
      ...summary,
      ...{ done: withOwn(done, ownDone), returned, ownDone, people },
      stages: counts.stages.map(({ since, ...stage }) => ({
        ...stage,
        longestDays: stage.count === null ? null : daysSince(since, now),
      })),
      timeZone: await readTimeZone(tx),
      paused: pausedAt && { since: pausedAt, reason: await readPauseReason(tx, cycleId) },
      framework: { name: framework.framework.name, version: framework.version },
      policy: { name: policy.policy.name, version: policy.version },
      windows: windows.toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage)),
      overdueInterviews: await countOverdue(tx, actor, cycleId, now),
      sample: await readSampleState(tx, cycleId, policy.policy.audit.sample?.percent ?? null),
      exempt: await countExempt(tx, cycleId),
      units: unitsAt(counts, departmentId),
      path,
    };
  });
}

function daysSince(since: Date | null, now: Date): number {
  if (since === null) return 0;
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / 86_400_000));
}

type Units = Pick<Awaited<ReturnType<typeof readUnits>>, "departments" | "pages">;

function unitsAt({ departments, pages }: Units, departmentId: string | null): UnitProgress[] {
  return (pages.get(departmentId) ?? []).flatMap((unit) => {
    const name = departments.find(({ id }) => id === unit.id)?.name;
    const hasBelow = !unit.own && departments.some(({ parentId }) => parentId === unit.id);
    return name === undefined ? [] : [{ ...unit, name, hasBelow }];
  });
}

/** What the form for a new cycle offers, with sensible proposals. */
export async function readCycleOptions(actor: Actor, now: Date): Promise<CycleOptions | null> {
  if (!mayManageCycles(actor)) return null;
  return read(actor, async (tx) => {
    const timeZone = await readTimeZone(tx);
    const quarters = await readQuarters(tx, now, timeZone);
    const [, current] = quarters;
    const chosen =
      [current, ...quarters.slice(2), quarters[0]].find((one) => one?.taken === false) ?? current;
    const frameworks = await readFrameworks(tx);
    const policies = await readPolicies(tx);
    const [framework] = frameworks;
    const [policy] = policies;
    if (chosen === undefined) return null;
    return {
      ...{ timeZone, quarters, open: await readOpen(tx, actor) },
      frameworks,
      policies,
      departments: await readDepartments(tx),
      defaults: {
        year: chosen.year,
        quarter: chosen.quarter,
        frameworkVersionId: framework?.id ?? "",
        policyVersionId: policy?.id ?? "",
      },
    };
  });
}

async function readOpen(tx: Reading, actor: Actor): Promise<CycleOptions["open"]> {
  const rows = await tx.cycle.findMany({
    where: { state: "open" },
    orderBy: [{ year: "desc" }, { quarter: "desc" }],
    select: { id: true, year: true, quarter: true },
    take: 8,
  });
  const ids = rows.map(({ id }) => id);
  const counted = await countStages(tx, actor, ids);
  return rows.flatMap((row, index) => {
    const counts = counted[index];
    if (counts === undefined) return [];
    const { done } = stageCounts(counts.stages);
    return [{ ...row, people: counts.people, done: withOwn(done, counts.ownDone) }];
  });
}

/** The one before, the current and the two after; which of them have a cycle already. */
async function readQuarters(tx: Reading, now: Date, timeZone: string): Promise<QuarterChoice[]> {
  const current = quarterOf(dayIn(now, timeZone));
  const near = [-1, 0, 1, 2].map((count) => quarterAfter(current, count));
  const taken = await tx.cycle.findMany({
    where: { OR: near },
    select: { year: true, quarter: true },
  });
  return near.map((one) => ({
    ...one,
    taken: taken.some(({ year, quarter }) => year === one.year && quarter === one.quarter),
    joinedAfter: proposedJoinedAfter(one),
    windows: proposedWindows(one, now, timeZone),
  }));
}

/** What can be scored, the newest version of each first. The documents are small and read once per process. */
async function readFrameworks(tx: Reading): Promise<CycleOptions["frameworks"]> {
  const rows = await tx.frameworkVersion.findMany({
    where: scorable,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: { id: true, version: true },
    take: 50,
  });
  const documents = await inTurn(rows, ({ id }) => readFrameworkVersion(tx, id));
  const choices = rows.flatMap((row, index) => {
    const document = documents[index]?.framework;
    return document === undefined ? [] : [{ ...row, document }];
  });
  return defaultFirst(choices, defaultFrameworkKey);
}

function defaultFirst<T extends { version: number; document: { key: string } }>(
  choices: T[],
  key: string,
): T[] {
  const isDefault = ({ document }: T) => Number(document.key === key);
  return choices.toSorted(
    (a, b) =>
      isDefault(b) - isDefault(a) ||
      a.document.key.localeCompare(b.document.key) ||
      b.version - a.version,
  );
}

async function readPolicies(tx: Reading): Promise<CycleOptions["policies"]> {
  const rows = await tx.policyVersion.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: { id: true, version: true },
    take: 50,
  });
  const documents = await inTurn(rows, ({ id }) => readPolicyVersion(tx, id));
  const choices = rows.flatMap((row, index) => {
    const document = documents[index]?.policy;
    return document === undefined ? [] : [{ ...row, document }];
  });
  return defaultFirst(choices, defaultPolicyKey);
}

async function readDepartments(tx: Reading): Promise<CycleOptions["departments"]> {
  const rows = await tx.department.findMany({
    where: { closedAt: null },
    orderBy: { code: "asc" },
    select: { id: true, name: true, nameEn: true, parentId: true },
  });
  return flattenTree(rows).map((row) => ({
    ...{ id: row.id, depth: row.depth },
    name: departmentNames(row),
  }));
}

/** Says what opening would do, with the refusals opening would give; writes nothing. */
export async function previewOpening(
  { actor, now }: CommandContext,
  input: PreviewOpeningInput,
): Promise<Outcome<OpeningPreview>> {
  if (!mayManageCycles(actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    const isOwn = (id: string) => concernsOneself(actor, [id]);
    const checked = await checkOpening(tx, input, { now, isOwn });
    return checked.ok ? ok(await previewStanding(tx)) : checked;
  }, 60_000);
}
