import "server-only";
import type { Tx } from "@/lib/db/client";
import { stableId } from "@/lib/db/ids";
import {
  frameworkSchema,
  policySchema,
  type FrameworkDocument,
  type PolicyDocument,
} from "@/lib/scoring";
import { frameworkRows, policyVersionRow, presetRows } from "./rules";
import type { Ruleset } from "./types";

interface PinnedFramework {
  readonly framework: FrameworkDocument;
  readonly version: number;
  readonly valueIds: Readonly<Record<string, string>>;
}
interface PinnedPolicy {
  readonly policy: PolicyDocument;
  readonly version: number;
}

/** Versions never change once written (a trigger sees to it), so they are read once per process. */
const frameworks = new Map<string, PinnedFramework>();
const policies = new Map<string, PinnedPolicy>();

export async function readRuleset(tx: Tx, cycleId: string): Promise<Ruleset> {
  const cycle = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { frameworkVersionId: true, policyVersionId: true },
  });
  const framework = await readFrameworkVersion(tx, cycle.frameworkVersionId);
  const policy = await readPolicyVersion(tx, cycle.policyVersionId);
  return {
    framework: framework.framework,
    frameworkVersion: framework.version,
    valueIds: framework.valueIds,
    policy: policy.policy,
    policyVersion: policy.version,
  };
}

export async function readFrameworkVersion(tx: Tx, id: string): Promise<PinnedFramework> {
  const known = frameworks.get(id);
  if (known) return known;
  const row = await tx.frameworkVersion.findUniqueOrThrow({
    where: { id },
    include: {
      framework: true,
      values: { orderBy: { position: "asc" }, include: { rungs: { orderBy: { point: "asc" } } } },
    },
  });
  const framework = frameworkSchema.parse({
    key: row.framework.key,
    ...(row.edition === null ? {} : { edition: row.edition }),
    name: row.name,
    description: row.description,
    values: row.values.map((value) => ({
      key: value.key,
      name: value.name,
      ...(value.motto === null ? {} : { motto: value.motto }),
      gated: value.gated,
      rungs: value.rungs.map((rung) => ({
        point: rung.point,
        grant: rung.grantMode,
        statement: rung.statement,
        meaning: rung.meaning,
        supports: rung.supports,
        breaks: rung.breaks,
        halfPoint: rung.halfPoint,
        ...(rung.halfPointAdvice === null ? {} : { halfPointAdvice: rung.halfPointAdvice }),
        assumed: rung.assumed,
      })),
    })),
  });
  const pinned = {
    framework,
    version: row.version,
    valueIds: Object.fromEntries(row.values.map((value) => [value.key, value.id])),
  };
  frameworks.set(id, pinned);
  return pinned;
}

export async function readPolicyVersion(tx: Tx, id: string): Promise<PinnedPolicy> {
  const known = policies.get(id);
  if (known) return known;
  const row = await tx.policyVersion.findUniqueOrThrow({ where: { id } });
  const pinned = { policy: policySchema.parse(row.document), version: row.version };
  policies.set(id, pinned);
  return pinned;
}

/** Version 1 of every preset, for a new installation. Safe to run again: what is there stays as it is. */
export async function installPresets(tx: Tx, now: Date): Promise<void> {
  const keysOf = async (found: Promise<{ key: string }[]>) =>
    new Set((await found).map(({ key }) => key));
  const rows = presetRows(stableId, now, {
    frameworks: await keysOf(tx.framework.findMany({ select: { key: true } })),
    policies: await keysOf(tx.policy.findMany({ select: { key: true } })),
  });
  await tx.framework.createMany({ data: rows.frameworks });
  await tx.frameworkVersion.createMany({ data: rows.frameworkVersions });
  await tx.value.createMany({ data: rows.values });
  await tx.rung.createMany({ data: rows.rungs });
  await tx.policy.createMany({ data: rows.policies });
  await tx.policyVersion.createMany({ data: rows.policyVersions });
}

/** Versions of one key are numbered one after another, so their rare imports go one after another. */
export async function lockRulesets(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7310, 2)`;
}

/** The newest version of a framework key; null when the key is new. */
export async function newestFramework(tx: Tx, key: string) {
  const row = await tx.frameworkVersion.findFirst({
    where: { framework: { key } },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  if (row === null) return null;
  const { framework, version } = await readFrameworkVersion(tx, row.id);
  return { versionId: row.id, version, document: framework };
}

/** The newest version of a policy key; null when the key is new. */
export async function newestPolicy(tx: Tx, key: string) {
  const row = await tx.policyVersion.findFirst({
    where: { policy: { key } },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  if (row === null) return null;
  const { policy, version } = await readPolicyVersion(tx, row.id);
  return { versionId: row.id, version, document: policy };
}

/** Writes a version under the next number; call with the lock held. */
export async function addFramework(
  tx: Tx,
  document: FrameworkDocument,
  version: number,
  now: Date,
): Promise<string> {
  const { key } = document;
  const { id: ownerId } = await tx.framework.upsert({
    where: { key },
    create: { id: stableId("framework", key), key },
    update: {},
  });
  const rows = frameworkRows(document, { ownerId, version, identify: stableId, createdAt: now });
  await tx.frameworkVersion.create({ data: rows.frameworkVersion });
  await tx.value.createMany({ data: rows.values });
  await tx.rung.createMany({ data: rows.rungs });
  return rows.frameworkVersion.id;
}

/** Writes a version under the next number; call with the lock held. */
export async function addPolicy(
  tx: Tx,
  document: PolicyDocument,
  version: number,
  now: Date,
): Promise<string> {
  const { key } = document;
  const { id: ownerId } = await tx.policy.upsert({
    where: { key },
    create: { id: stableId("policy", key), key },
    update: {},
  });
  const row = policyVersionRow(document, { ownerId, version, identify: stableId, createdAt: now });
  await tx.policyVersion.create({ data: row });
  return row.id;
}
