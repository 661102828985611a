import "server-only";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { stableId } from "@/lib/db/ids";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { RUNG_HALF_POINTS, type FrameworkDocument, type PolicyDocument } from "@/lib/scoring";
import { frameworkSchema } from "@/lib/scoring/documents/framework";
import { policySchema } from "@/lib/scoring/documents/policy";
import { frameworkRows, policyVersionRow, presetRows, type Stored } from "./rules";
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

/** A cycle keeps the versions it was opened with. */
const pins = new Map<string, { frameworkVersionId: string; policyVersionId: string }>();

async function pinsOf(tx: Reading, cycleId: string) {
  const known = pins.get(cycleId);
  if (known) return known;
  const found = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { frameworkVersionId: true, policyVersionId: true },
  });
  pins.set(cycleId, found);
  return found;
}

export async function readRuleset(tx: Reading, cycleId: string): Promise<Ruleset> {
  const cycle = await pinsOf(tx, cycleId);
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

export async function readFrameworkVersion(tx: Reading, id: string): Promise<PinnedFramework> {
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
      ...(value.maxHalfPoints < value.rungs.length * RUNG_HALF_POINTS
        ? { cap: value.maxHalfPoints }
        : {}),
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

export async function readPolicyVersion(tx: Reading, id: string): Promise<PinnedPolicy> {
  const known = policies.get(id);
  if (known) return known;
  const row = await tx.policyVersion.findUniqueOrThrow({ where: { id } });
  const pinned = { policy: policySchema.parse(row.document), version: row.version };
  policies.set(id, pinned);
  return pinned;
}

/**
 * Every preset of this release as a version. A key that is new gets version 1; where no version says what the preset
 * says, the preset becomes the next one. Nothing that is there changes: cycles pin versions for ever. Safe to run again,
 * also where HR has written versions of its own. Answers how many versions were made.
 */
export async function installPresets(tx: Tx, now: Date): Promise<number> {
  await lockRulesets(tx);
  const rows = presetRows(stableId, now, {
    frameworks: await storedFrameworks(tx),
    policies: await storedPolicies(tx),
  });
  await tx.framework.createMany({ data: rows.frameworks });
  await tx.frameworkVersion.createMany({ data: rows.frameworkVersions });
  await tx.value.createMany({ data: rows.values });
  await tx.rung.createMany({ data: rows.rungs });
  await tx.policy.createMany({ data: rows.policies });
  await tx.policyVersion.createMany({ data: rows.policyVersions });
  return rows.frameworkVersions.length + rows.policyVersions.length;
}

async function storedFrameworks(tx: Tx): Promise<Stored<FrameworkDocument>[]> {
  const rows = await tx.frameworkVersion.findMany({
    where: { framework: { key: { in: frameworkPresets.map(({ key }) => key) } } },
    select: { id: true, version: true, frameworkId: true },
  });
  const stored: Stored<FrameworkDocument>[] = [];
  for (const { id, version, frameworkId: ownerId } of rows)
    stored.push({ ownerId, version, document: (await readFrameworkVersion(tx, id)).framework });
  return stored;
}

async function storedPolicies(tx: Tx): Promise<Stored<PolicyDocument>[]> {
  const rows = await tx.policyVersion.findMany({
    where: { policy: { key: { in: policyPresets.map(({ key }) => key) } } },
    select: { id: true, version: true, policyId: true },
  });
  const stored: Stored<PolicyDocument>[] = [];
  for (const { id, version, policyId: ownerId } of rows)
    stored.push({ ownerId, version, document: (await readPolicyVersion(tx, id)).policy });
  return stored;
}

/** Versions of one key are numbered one after another, so their rare imports go one after another. */
export async function lockRulesets(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7310, 2)`;
}

/** The newest version of a framework key; null when the key is new. */
export async function newestFramework(tx: Reading, key: string) {
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
export async function newestPolicy(tx: Reading, key: string) {
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
