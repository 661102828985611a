import { refuse, type Refusal } from "@/lib/errors/outcome";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import {
  documentChanges,
  readFrameworkText,
  readPolicyText,
  type Fault,
  type FrameworkDocument,
  type PolicyDocument,
  type Read,
} from "@/lib/scoring";
import { MOST_FAULTS } from "./schema";
import type { ExportedFile, Origin, VersionView } from "./types";

type Identify = (...name: readonly (string | number)[]) => string;

/** Rows of version 1 of every preset whose key is not there yet. */
export function presetRows(
  identify: Identify,
  createdAt: Date,
  there: { readonly frameworks: ReadonlySet<string>; readonly policies: ReadonlySet<string> },
) {
  const frameworks = frameworkPresets.filter(({ key }) => !there.frameworks.has(key));
  const policies = policyPresets.filter(({ key }) => !there.policies.has(key));
  const first = (kind: string, key: string) => {
    return { ownerId: identify(kind, key), version: 1, identify, createdAt };
  };
  const versions = frameworks.map((document) =>
    frameworkRows(document, first("framework", document.key)),
  );
  return {
    frameworks: frameworks.map(({ key }) => ({ id: identify("framework", key), key })),
    frameworkVersions: versions.map(({ frameworkVersion }) => frameworkVersion),
    values: versions.flatMap(({ values }) => values),
    rungs: versions.flatMap(({ rungs }) => rungs),
    policies: policies.map(({ key }) => ({ id: identify("policy", key), key })),
    policyVersions: policies.map((document) =>
      policyVersionRow(document, first("policy", document.key)),
    ),
  };
}

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
      maxHalfPoints: value.rungs.length * 2,
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

type Documents = { framework: FrameworkDocument; policy: PolicyDocument };

/** A document of unknown origin, with every fault there is. */
export const readDocumentText: {
  readonly [Kind in keyof Documents]: (text: string) => Read<Documents[Kind]>;
} = { framework: readFrameworkText, policy: readPolicyText };

/** The refusal with every fault, for the page to say in the reader's language. */
export function faultyDocument(faults: readonly Fault[]): Refusal {
  const data = { faults: faults.slice(0, MOST_FAULTS), count: faults.length };
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

/** Where a document stands to the presets of this release. */
export function originOf(
  document: FrameworkDocument | PolicyDocument,
  kind: keyof Documents,
): Origin {
  const presets = kind === "framework" ? frameworkPresets : policyPresets;
  const preset = presets.find(({ key }) => key === document.key);
  if (preset === undefined) return "own";
  return documentChanges(preset, document).length === 0 ? "shipped" : "edited";
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

/** The notes on assumed parts at, below or above a place of a policy, by JSON pointer. */
export function assumptionsAt(policy: PolicyDocument, pointer: string) {
  const covers = (upper: string, lower: string) => upper === lower || lower.startsWith(`${upper}/`);
  return (policy.assumed ?? []).filter(
    ({ path }) => covers(pointer, path) || covers(path, pointer),
  );
}
