import { refuse, type Refusal } from "@/lib/errors/outcome";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import {
  documentChanges,
  type DocumentChange,
  maxOfValue,
  type Assumption,
  type Fault,
  type FrameworkDocument,
  type PolicyDocument,
} from "@/lib/scoring";
import type { ExportedFile, FaultyDocument, Origin, RulesetKind, VersionView } from "./types";

type Identify = (...name: readonly (string | number)[]) => string;

/** A version that is there, with the framework or policy it is a version of. */
export interface Stored<Document> {
  readonly ownerId: string;
  readonly version: number;
  readonly document: Document;
}

/**
 * Which presets become versions: those of a new key, and those no version of their key repeats. They become the next
 * version even where the newest is HR's own; a preset that was overtaken is not made anew.
 */
function presetsToAdd<Document extends FrameworkDocument | PolicyDocument>(
  presets: readonly Document[],
  stored: readonly Stored<Document>[],
) {
  return presets.flatMap((document) => {
    const versions = stored.filter((version) => version.document.key === document.key);
    const there = versions.some(
      (version) => documentChanges(version.document, document).length === 0,
    );
    if (there) return [];
    const newest = Math.max(0, ...versions.map(({ version }) => version));
    return [{ document, version: newest + 1, ownerId: versions[0]?.ownerId }];
  });
}

interface StoredRulesets {
  readonly frameworks: readonly Stored<FrameworkDocument>[];
  readonly policies: readonly Stored<PolicyDocument>[];
}

/** The rows that bring every preset into a database that has `stored`. */
export function presetRows(
  identify: Identify,
  createdAt: Date,
  stored: StoredRulesets = { frameworks: [], policies: [] },
) {
  const frameworks = presetsToAdd(frameworkPresets, stored.frameworks).map((added) => ({
    ...{ identify, createdAt },
    ...{ ...added, ownerId: added.ownerId ?? identify("framework", added.document.key) },
  }));
  const policies = presetsToAdd(policyPresets, stored.policies).map((added) => ({
    ...{ identify, createdAt },
    ...{ ...added, ownerId: added.ownerId ?? identify("policy", added.document.key) },
  }));
  const versions = frameworks.map((added) => frameworkRows(added.document, added));
  const owner = ({ ownerId, document }: (typeof frameworks | typeof policies)[number]) => {
    return { id: ownerId, key: document.key };
  };
  return {
    frameworks: frameworks.filter(isFirst).map(owner),
    frameworkVersions: versions.map(({ frameworkVersion }) => frameworkVersion),
    values: versions.flatMap(({ values }) => values),
    rungs: versions.flatMap(({ rungs }) => rungs),
    policies: policies.filter(isFirst).map(owner),
    policyVersions: policies.map((added) => policyVersionRow(added.document, added)),
  };
}

const isFirst = ({ version }: { readonly version: number }) => version === 1;

interface NewVersion {
  /** The framework or policy it is a version of. */
  readonly ownerId: string;
  readonly version: number;
  readonly identify: Identify;
  readonly createdAt: Date;
}

/** The rows of one version of a framework; the framework itself is there already. */
export function frameworkRows(
  { key, name, description, edition, values }: FrameworkDocument,
  { ownerId, version, identify, createdAt }: NewVersion,
) {
  const frameworkVersionId = identify("framework", key, version);
  const valueOf = (value: string) => identify("value", key, version, value);
  return {
    frameworkVersion: {
      ...{ id: frameworkVersionId, frameworkId: ownerId, version },
      ...{ name, description, edition: edition ?? null, createdAt },
    },
    values: values.map((value, position) => ({
      ...{ id: valueOf(value.key), frameworkVersionId, key: value.key, position },
      ...{ gated: value.gated, name: value.name },
      ...(value.motto === undefined ? {} : { motto: value.motto }),
      maxHalfPoints: maxOfValue(value),
    })),
    rungs: values.flatMap((value) =>
      value.rungs.map(({ grant, halfPointAdvice, ...rung }) => ({
        ...rung,
        valueId: valueOf(value.key),
        grantMode: grant,
        ...(halfPointAdvice === undefined ? {} : { halfPointAdvice }),
      })),
    ),
  };
}

/** The row of one version of a policy; the policy itself is there already. */
export function policyVersionRow(
  document: PolicyDocument,
  { ownerId, version, identify, createdAt }: NewVersion,
) {
  const id = identify("policy", document.key, version);
  return { id, policyId: ownerId, version, document, createdAt };
}

/** A hostile document can have tens of thousands of faults; nobody mends more than this at a time. */
const MOST_FAULTS = 1_000;

/** No name of a part is longer; a longer one, repeated with every fault below it, would make a huge answer. */
const LONGEST_NAME = 120;

function shortened({ path, ...fault }: Fault): Fault {
  const steps = path.map((step) =>
    typeof step === "number" || step.length <= LONGEST_NAME
      ? step
      : `${step.slice(0, LONGEST_NAME).toWellFormed()}…`,
  );
  return { path: steps, ...fault };
}

/** The refusal with every fault, for the page to say in the reader's language. */
export function faultyDocument(
  faults: readonly Fault[],
): Refusal<{ invalid_input: FaultyDocument }> {
  const data = { faults: faults.slice(0, MOST_FAULTS).map(shortened), count: faults.length };
  return refuse("invalid_input", { fields: { text: { code: "document_faulty" } }, data });
}

/** Indented for people; in one line when only so it is small enough to be imported again. */
export function exportedFile(
  { document, version }: VersionView<FrameworkDocument | PolicyDocument>,
  mostBytes: number,
): ExportedFile {
  const spacious = `${JSON.stringify(document, null, 2)}\n`;
  const fits = new TextEncoder().encode(spacious).length <= mostBytes;
  return {
    name: `${document.key}-v${version}.json`,
    text: fits ? spacious : JSON.stringify(document),
  };
}

/** What a policy says of itself and of its sources; no rule reads it. */
function isRemark([field, , part]: DocumentChange["path"]): boolean {
  return field === "description" || (field === "assumed" && part === "note");
}

type RulesetDocument = FrameworkDocument | PolicyDocument;

/** What differs from the preset of its key in this release; null where there is no such preset. */
function changesOfPreset(document: RulesetDocument, kind: RulesetKind) {
  const presets = kind === "framework" ? frameworkPresets : policyPresets;
  const preset = presets.find(({ key }) => key === document.key);
  return preset === undefined ? null : documentChanges(preset, document);
}

/** Where a document stands to the presets of this release; a policy by its rules, whatever its remarks. */
export function originOf(document: RulesetDocument, kind: RulesetKind): Origin {
  const changes = changesOfPreset(document, kind);
  if (changes === null) return "own";
  const same = changes.every(({ path }) => kind === "policy" && isRemark(path));
  return same ? "shipped" : "edited";
}

/** Whether its remarks are somebody's own, or those of another release, which nobody holds against the rules. */
export function isAuthored(document: RulesetDocument, kind: RulesetKind): boolean {
  return changesOfPreset(document, kind)?.length !== 0;
}

export function assumedRungs({ values }: FrameworkDocument): number {
  return values.reduce((sum, { rungs }) => sum + rungs.filter((rung) => rung.assumed).length, 0);
}

/** Ascending points as runs: 1, 2, 3, 5 → 1–3 and 5. */
export function rungRanges(points: readonly number[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last?.to === point - 1) last.to = point;
    else ranges.push({ from: point, to: point });
  }
  return ranges;
}

/** The notes on assumed parts of a policy at a place, or at and below it, by JSON pointer. */
export function assumptionsAt(
  policy: PolicyDocument,
  pointer: string,
  reach: "exactly" | "below",
): readonly Assumption[] {
  return (policy.assumed ?? []).filter(
    ({ path }) => path === pointer || (reach === "below" && path.startsWith(`${pointer}/`)),
  );
}
