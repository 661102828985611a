import "server-only";
import type { Actor, CommandContext } from "@/lib/authz/actor";
import { inTurn, read, type Reading } from "@/lib/db/read";
import { ok, type Outcome, refuse } from "@/lib/errors/outcome";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import {
  documentChanges,
  isScorable,
  maxOfFramework,
  type FrameworkDocument,
  type PolicyDocument,
} from "@/lib/scoring";
import { mayManageRulesets } from "./permissions";
import { assumedRungs, exportedFile, faultyDocument, isAuthored, originOf } from "./rules";
import { readDocumentText, type PreviewImportInput } from "./schema";
import { newestFramework, newestPolicy, readFrameworkVersion, readPolicyVersion } from "./store";
import { IMPORT_BYTES } from "./types";
import type {
  ExportedFile,
  FaultyDocument,
  FrameworkSummary,
  FrameworkView,
  ImportPreview,
  PinningCycle,
  PolicySummary,
  PolicyView,
  VersionView,
} from "./types";

interface NewestRow {
  readonly key: string;
  readonly versionId: string;
  readonly cycles: number;
}

/** Two hundred are far more than a company keeps. */
const mostKeys = 200;
const mostVersions = 200;

/** The newest version of every framework, presets first in the order they are shipped. */
export async function listFrameworks(actor: Actor): Promise<FrameworkSummary[] | null> {
  if (!mayManageRulesets(actor)) return null;
  return read(actor, async (tx) => {
    const rows = await tx.$queryRaw<NewestRow[]>`
    SELECT f.key, v.id::text AS "versionId",
      (SELECT count(*)::int FROM cycle c JOIN framework_version x ON x.id = c.framework_version_id
        WHERE x.framework_id = f.id) AS cycles
    FROM framework f JOIN LATERAL (
      SELECT id FROM framework_version WHERE framework_id = f.id ORDER BY version DESC LIMIT 1) v ON true
    ORDER BY f.key LIMIT ${mostKeys}`;
    const summaries = await inTurn(rows, async ({ versionId, cycles }) => {
      const { framework, version } = await readFrameworkVersion(tx, versionId);
      return {
        ...summaryOf(framework, "framework"),
        ...{ versionId, version, cycles },
        assumed: assumedRungs(framework),
        values: framework.values.length,
        rungs: framework.values.reduce((sum, { rungs }) => sum + rungs.length, 0),
        maxTotal: maxOfFramework(framework),
        scorable: isScorable(framework),
      };
    });
    return shippedFirst(summaries, frameworkPresets);
  });
}

/** The newest version of every policy, presets first in the order they are shipped. */
export async function listPolicies(actor: Actor): Promise<PolicySummary[] | null> {
  if (!mayManageRulesets(actor)) return null;
  return read(actor, async (tx) => {
    const rows = await tx.$queryRaw<NewestRow[]>`
    SELECT p.key, v.id::text AS "versionId",
      (SELECT count(*)::int FROM cycle c JOIN policy_version x ON x.id = c.policy_version_id
        WHERE x.policy_id = p.id) AS cycles
    FROM policy p JOIN LATERAL (
      SELECT id FROM policy_version WHERE policy_id = p.id ORDER BY version DESC LIMIT 1) v ON true
    ORDER BY p.key LIMIT ${mostKeys}`;
    const summaries = await inTurn(rows, async ({ versionId, cycles }) => {
      const { policy, version } = await readPolicyVersion(tx, versionId);
      return {
        ...summaryOf(policy, "policy"),
        ...{ versionId, version, cycles },
        assumed: policy.assumed?.length ?? 0,
        bands: policy.bands.length,
      };
    });
    return shippedFirst(summaries, policyPresets);
  });
}

function summaryOf(document: FrameworkDocument | PolicyDocument, kind: "framework" | "policy") {
  const { key, name, edition = null } = document;
  return { key, name, edition, origin: originOf(document, kind) };
}

function shippedFirst<T extends { key: string }>(rows: T[], presets: readonly { key: string }[]) {
  const place = ({ key }: T) => {
    const index = presets.findIndex((preset) => preset.key === key);
    return index < 0 ? presets.length : index;
  };
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** One version of a framework, compared with version `against` or the one before. */
export async function viewFramework(
  actor: Actor,
  versionId: string,
  against?: number,
): Promise<FrameworkView | null> {
  if (!mayManageRulesets(actor)) return null;
  return read(actor, async (tx) => {
    const row = await tx.frameworkVersion.findUnique({
      where: { id: versionId },
      select: {
        ...{ version: true, createdAt: true },
        framework: { select: { versions: versionLinks } },
        cycles: pinningCycles,
      },
    });
    if (row === null) return null;
    const documentOf = async (id: string) => (await readFrameworkVersion(tx, id)).framework;
    const document = await documentOf(versionId);
    const { version, createdAt, cycles } = row;
    const { versions } = row.framework;
    return {
      ...{ versionId, version, createdAt, document, versions, cycles },
      origin: originOf(document, "framework"),
      authored: isAuthored(document, "framework"),
      compared: await compare({ document, version, versions }, against, documentOf),
    };
  });
}

/** One version of a policy, compared with version `against` or the one before. */
export async function viewPolicy(
  actor: Actor,
  versionId: string,
  against?: number,
): Promise<PolicyView | null> {
  if (!mayManageRulesets(actor)) return null;
  return read(actor, async (tx) => {
    const row = await tx.policyVersion.findUnique({
      where: { id: versionId },
      select: {
        ...{ version: true, createdAt: true },
        policy: { select: { versions: versionLinks } },
        cycles: pinningCycles,
      },
    });
    if (row === null) return null;
    const documentOf = async (id: string) => (await readPolicyVersion(tx, id)).policy;
    const document = await documentOf(versionId);
    const { version, createdAt, cycles } = row;
    const { versions } = row.policy;
    return {
      ...{ versionId, version, createdAt, document, versions, cycles },
      origin: originOf(document, "policy"),
      authored: isAuthored(document, "policy"),
      compared: await compare({ document, version, versions }, against, documentOf),
    };
  });
}

const versionLinks = {
  orderBy: { version: "desc" },
  take: mostVersions,
  select: { id: true, version: true },
} as const;

const pinningCycles = {
  orderBy: [{ year: "desc" as const }, { quarter: "desc" as const }] satisfies object[],
  take: 50,
  select: { id: true, year: true, quarter: true } satisfies Record<keyof PinningCycle, true>,
};

async function compare<Document>(
  { document, version, versions }: Pick<VersionView<Document>, "document" | "version" | "versions">,
  against: number | undefined,
  documentOf: (id: string) => Promise<Document>,
): Promise<VersionView<Document>["compared"]> {
  const others = versions.filter((one) => one.version !== version);
  const other =
    others.find((one) => one.version === against) ??
    others.find((one) => one.version < version) ??
    others.at(-1);
  if (other === undefined) return null;
  const then = await documentOf(other.id);
  const changes = documentChanges(then, document);
  return { version: other.version, document: then, changes };
}

/** One version as a file that can be imported again. */
export async function exportFramework(
  actor: Actor,
  versionId: string,
): Promise<ExportedFile | null> {
  const view = await viewFramework(actor, versionId);
  return view === null ? null : exportedFile(view, IMPORT_BYTES);
}

/** One version as a file that can be imported again. */
export async function exportPolicy(actor: Actor, versionId: string): Promise<ExportedFile | null> {
  const view = await viewPolicy(actor, versionId);
  return view === null ? null : exportedFile(view, IMPORT_BYTES);
}

/** Says what an import would do, with the refusals the import would give; writes nothing. */
export async function previewImport(
  { actor }: CommandContext,
  { kind, text }: PreviewImportInput,
): Promise<Outcome<ImportPreview, { invalid_input: FaultyDocument }>> {
  if (!mayManageRulesets(actor)) return refuse("not_found");
  const parsed = readDocumentText[kind](text);
  if (!parsed.ok) return faultyDocument(parsed.faults);
  const { document } = parsed;
  const newest = await read(actor, (tx) => newestOf(tx, kind, document.key));
  const changes = newest === null ? [] : documentChanges(newest.document, document);
  const identical = newest !== null && changes.length === 0;
  return ok({
    ...{ key: document.key, name: document.name, changes },
    effect: newest === null ? "new" : identical ? "identical" : "version",
    version: (newest?.version ?? 0) + (identical ? 0 : 1),
    newest: newest && { versionId: newest.versionId, version: newest.version },
    documents: newest === null ? [document] : [document, newest.document],
    assumed: "values" in document ? assumedRungs(document) : (document.assumed?.length ?? 0),
    unscorable: "values" in document && !isScorable(document),
  });
}

async function newestOf(tx: Reading, kind: PreviewImportInput["kind"], key: string) {
  return kind === "framework" ? newestFramework(tx, key) : newestPolicy(tx, key);
}
