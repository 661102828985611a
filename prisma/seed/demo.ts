import { stableId } from "@/lib/db/ids";
import {
  defaultFrameworkKey,
  defaultPolicyKey,
  frameworkPresets,
  policyPresets,
} from "@/lib/presets";
import type { Ruleset } from "@/lib/ruleset/types";
import { cyclesAt } from "./build/quarters";
import { noRows, type Rows } from "./build/rows";
import { addQuarter } from "./quarter";

/** Everything that happened in the demo company up to `now`, as rows. */
export function demoRows(now: Date): Rows {
  const rows = noRows();
  const versions = {
    frameworkVersionId: stableId("framework", defaultFrameworkKey, 1),
    policyVersionId: stableId("policy", defaultPolicyKey, 1),
  };
  const ruleset = defaultRuleset();
  for (const cycle of cyclesAt(now)) addQuarter(rows, ruleset, versions, cycle);
  // The log is read in the order of its numbers, so they follow the time.
  return { ...rows, events: rows.events.toSorted((a, b) => a.at.getTime() - b.at.getTime()) };
}

function defaultRuleset(): Ruleset {
  const framework = frameworkPresets.find(({ key }) => key === defaultFrameworkKey);
  const policy = policyPresets.find(({ key }) => key === defaultPolicyKey);
  if (framework === undefined || policy === undefined) throw new Error("the defaults are missing");
  const valueIds = Object.fromEntries(
    framework.values.map(({ key }) => [key, stableId("value", framework.key, 1, key)]),
  );
  return { framework, frameworkVersion: 1, policy, policyVersion: 1, valueIds };
}
