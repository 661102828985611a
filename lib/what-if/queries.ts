import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { inTurn, read, type Reading } from "@/lib/db/read";
import { inTransaction } from "@/lib/db/transaction";
import { departmentNames } from "@/lib/departments/rules";
import { readFrameworkVersion, readPolicyVersion } from "@/lib/ruleset/store";
import {
  bandName,
  replay,
  scorerOf,
  type Replay,
  type ReplayCounts,
  type ReplayRecord,
  type Rules,
} from "@/lib/scoring";
import { SMALLEST_GROUP } from "@/lib/small-groups/rules";
import { scopesOf } from "./permissions";
import { belongs, countsView, packRow, keysAt } from "./rules";
import {
  countSheets,
  findReplayable,
  readBatch,
  readListed,
  readNumber,
  recordListing,
  type Offsets,
  type Source,
} from "./store";
import type {
  ChangedPage,
  ChangedPerson,
  PolicyChoice,
  ReplayableCycle,
  Scope,
  WhatIfFigures,
  WhatIfHead,
  ListKind,
} from "./types";

/** What another policy would have done to a closed cycle, and to choose from; null for whom it is not, and while it runs. */
export async function readWhatIf(actor: Actor, cycleId: string): Promise<WhatIfHead | null> {
  const offered = scopesOf(actor);
  if (offered.length === 0) return null;
  return read(actor, async (tx) => {
    const cycle = await tx.cycle.findUnique({
      where: { id: cycleId, state: "closed" },
      select: { year: true, quarter: true, policyVersionId: true },
    });
    if (cycle === null) return null;
    const seen = await inTurn(
      offered,
      async (scope) => (await countSheets(tx, { cycleId, actor, scope })).final > 0,
    );
    const scopes = offered.filter((scope, index) => scope === "company" || seen[index] === true);
    if (scopes.length === 0) return null;
    const { policyVersionId, ...quarter } = cycle;
    const rows = await tx.policyVersion.findMany({
      where: { id: { not: policyVersionId } },
      orderBy: [{ createdAt: "desc" }, { policyId: "asc" }, { version: "desc" }],
      select: { id: true },
      take: 50,
    });
    const choices = await inTurn(rows, ({ id }) => choiceOf(tx, id));
    const policy = await choiceOf(tx, policyVersionId);
    return { ...quarter, cycleId, scopes, managesCycles: actor.isHrAdmin, policy, choices };
  });
}

/** Two years of quarters to try a policy on. */
const RECENT = 8;

/**
 * The closed quarters the actor may replay, newest first: all of them for HR administrators, those with people of their
 * departments for HR partners; none for anybody else. With a policy version, only those scored by another.
 */
export async function listReplayable(
  actor: Actor,
  policyVersionId?: string,
): Promise<ReplayableCycle[]> {
  return read(actor, (tx) => findReplayable(tx, actor, { policyVersionId, most: RECENT }));
}

async function choiceOf(tx: Reading, id: string): Promise<PolicyChoice> {
  const { policy, version } = await readPolicyVersion(tx, id);
  return { id, name: policy.name, version };
}

interface Plan {
  readonly before: Rules;
  readonly after: Rules;
  readonly offsets: Offsets;
  readonly target: PolicyChoice;
}

/** The rules of the cycle and the other policy; null when there is no such policy version. */
async function planOf(tx: Reading, cycleId: string, policyVersionId: string): Promise<Plan | null> {
  if ((await tx.policyVersion.count({ where: { id: policyVersionId } })) === 0) return null;
  const cycle = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { frameworkVersionId: true, policyVersionId: true },
  });
  const { framework, valueIds } = await readFrameworkVersion(tx, cycle.frameworkVersionId);
  const before = { framework, policy: (await readPolicyVersion(tx, cycle.policyVersionId)).policy };
  const after = { framework, policy: (await readPolicyVersion(tx, policyVersionId)).policy };
  const offsets = scorerOf(framework, before.policy).values.flatMap(({ definition, offset }) => {
    const valueId = valueIds[definition.key];
    return valueId === undefined ? [] : [{ valueId, key: definition.key, at: offset }];
  });
  return { before, after, offsets, target: await choiceOf(tx, policyVersionId) };
}

const BATCH = 2_000;

interface Step {
  readonly record: ReplayRecord;
  readonly number: string;
}

/** Judges every final sheet of the source anew, a batch at a time, so neither end ever holds more than a batch. */
async function* steps(source: Source, { before, offsets }: Plan, run: Replay, from?: string) {
  const signals = new Uint8Array(scorerOf(before.framework, before.policy).width);
  for (let after = from; ;) {
    const rows = await read(source.actor, (tx) =>
      readBatch(tx, source, offsets, { after, limit: BATCH }),
    );
    for (const row of rows) {
      packRow(row, signals);
      const written = keysAt(row.written, offsets);
      const inDoubt = keysAt(row.doubted, offsets);
      const record = run.addPacked({ id: row.id, signals, at: 0, written, inDoubt });
      yield { record, number: row.number } satisfies Step;
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.number;
  }
}

async function replayAll(source: Source, plan: Plan): Promise<ReplayCounts> {
  const run = replay(plan.before, plan.after);
  const walk = steps(source, plan, run);
  while ((await walk.next()).done !== true);
  return run.counts();
}

/** A closed cycle and a policy version never change, so neither do the counts: kept for the process, the oldest let go. */
const settled = new Map<string, Promise<ReplayCounts>>();
const KEPT = 200;

function countsOf(source: Source, plan: Plan): Promise<ReplayCounts> {
  const { actor, scope, cycleId } = source;
  const who = scope === "company" ? [] : [actor.employeeId, ...[...actor.hrDepartmentIds].sort()];
  const key = [cycleId, plan.target.id, scope, ...who].join(" ");
  const known = settled.get(key);
  if (known !== undefined) return known;
  const counting = replayAll(source, plan).catch((error: unknown) => {
    settled.delete(key);
    throw error;
  });
  settled.set(key, counting);
  const [oldest] = settled.keys();
  if (settled.size > KEPT && oldest !== undefined) settled.delete(oldest);
  return counting;
}

/** Counts first: what the policy version would have made another way for how many. Changes nothing. */
export async function readWhatIfFigures(
  actor: Actor,
  { cycleId, scopes }: WhatIfHead,
  policyVersionId: string,
  scope: Scope,
): Promise<WhatIfFigures | null> {
  if (!scopes.includes(scope)) return null;
  const plan = await read(actor, (tx) => planOf(tx, cycleId, policyVersionId));
  if (plan === null) return null;
  const source: Source = { cycleId, actor, scope };
  const { final: people, unfinished } = await read(actor, (tx) => countSheets(tx, source));
  const hides = scope === "company";
  const some = { scope, target: plan.target, people, unfinished };
  if (hides && people < SMALLEST_GROUP) return { ...some, counts: null };
  const all = await countsOf(source, plan);
  const mine = hides ? await countsOf({ ...source, scope: "known" }, plan) : null;
  return { ...some, counts: countsView({ all, mine }, plan, hides) };
}

const CHANGED_PAGE_SIZE = 50;

/**
 * Who it would have been, for HR partners and the people of their departments alone. The look is recorded
 * before anything is read.
 */
export async function listChanged(
  actor: Actor,
  asked: {
    readonly id: string;
    readonly policy: string;
    readonly kind: ListKind;
    readonly after?: string | undefined;
  },
  now: Date,
): Promise<ChangedPage | null> {
  const head = await readWhatIf(actor, asked.id);
  if (head?.scopes.includes("mine") !== true) return null;
  const plan = await read(actor, (tx) => planOf(tx, head.cycleId, asked.policy));
  if (plan === null) return null;
  const { cycleId } = head;
  await inTransaction((tx) =>
    recordListing(tx, actor, { cycleId, policyVersionId: asked.policy }, now),
  );
  const found: ReplayRecord[] = [];
  const from = await read(actor, (tx) => readNumber(tx, cycleId, asked.after));
  const run = replay(plan.before, plan.after);
  for await (const { record } of steps({ cycleId, actor, scope: "mine" }, plan, run, from)) {
    if (belongs(asked.kind, record.changes)) found.push(record);
    if (found.length > CHANGED_PAGE_SIZE) break;
  }
  const shown = found.slice(0, CHANGED_PAGE_SIZE);
  const { before, after, target } = plan;
  return {
    head,
    target,
    kind: asked.kind,
    rules: { before, after },
    people: await read(actor, (tx) => named(tx, shown, plan)),
    next: found.length > CHANGED_PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function named(
  tx: Reading,
  records: readonly ReplayRecord[],
  plan: Plan,
): Promise<ChangedPerson[]> {
  const rows = await readListed(
    tx,
    records.map(({ id }) => id),
  );
  const people = new Map(rows.map((row) => [row.id, row]));
  return records.flatMap(({ id, before, after, changes }) => {
    const row = people.get(id);
    if (row === undefined) return [];
    const { name, number } = row;
    return [
      {
        ...{ appraisalId: id, name, number, changes },
        department: departmentNames({ name: row.department, nameEn: row.departmentEn }),
        before: { total: before.total, band: bandName(plan.before.policy, before.band) },
        after: { total: after.total, band: bandName(plan.after.policy, after.band) },
      },
    ];
  });
}
