import { frameworkPresets, policyPresets } from "@/lib/presets";
import type { FrameworkDocument, PolicyDocument } from "@/lib/scoring";

type Identify = (...name: readonly (string | number)[]) => string;

/** Rows of version 1 of every preset whose key is not there yet. */
export function presetRows(
  identify: Identify,
  createdAt: Date,
  there: { readonly frameworks: ReadonlySet<string>; readonly policies: ReadonlySet<string> },
) {
  return rowsOfDocuments(
    frameworkPresets.filter(({ key }) => !there.frameworks.has(key)),
    policyPresets.filter(({ key }) => !there.policies.has(key)),
    identify,
    createdAt,
  );
}

function rowsOfDocuments(
  frameworks: readonly FrameworkDocument[],
  policies: readonly PolicyDocument[],
  identify: Identify,
  createdAt: Date,
) {
  const versionOf = (key: string) => identify("framework", key, 1);
  const valueOf = (framework: string, key: string) => identify("value", framework, 1, key);
  return {
    frameworks: frameworks.map(({ key }) => ({ id: identify("framework", key), key })),
    frameworkVersions: frameworks.map(({ key, name, description, edition }) => ({
      id: versionOf(key),
      frameworkId: identify("framework", key),
      version: 1,
      name,
      description,
      edition: edition ?? null,
      createdAt,
    })),
    values: frameworks.flatMap((framework) =>
      framework.values.map((value, position) => ({
        id: valueOf(framework.key, value.key),
        frameworkVersionId: versionOf(framework.key),
        key: value.key,
        position,
        gated: value.gated,
        name: value.name,
        ...(value.motto === undefined ? {} : { motto: value.motto }),
        maxHalfPoints: value.rungs.length * 2,
      })),
    ),
    rungs: frameworks.flatMap((framework) =>
      framework.values.flatMap((value) =>
        value.rungs.map(({ grant, halfPointAdvice, ...rung }) => ({
          ...rung,
          valueId: valueOf(framework.key, value.key),
          grantMode: grant,
          ...(halfPointAdvice === undefined ? {} : { halfPointAdvice }),
        })),
      ),
    ),
    policies: policies.map(({ key }) => ({ id: identify("policy", key), key })),
    policyVersions: policies.map((document) => ({
      id: identify("policy", document.key, 1),
      policyId: identify("policy", document.key),
      version: 1,
      document,
      createdAt,
    })),
  };
}
