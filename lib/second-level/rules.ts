import { lockOfListed } from "@/lib/appraisal/rules";
import type { Ruleset } from "@/lib/ruleset/types";
import { bandName, maxOfFramework, maxOfValue } from "@/lib/scoring";
import type { ListedSheet, ReviewCell, ReviewGroup, ReviewRow, ScorePair } from "./types";

/** What will be asked of this score after the second level has agreed, as it is stored beside it. */
export function flagOf({
  reason,
  approval,
}: Pick<ScorePair, "reason" | "approval">): ReviewCell["flag"] {
  if (approval || reason === "five") return "five";
  return reason === null || reason === "doubt" ? null : "verify";
}

/** Rows come ordered by cycle and manager, so a group is a run of them. */
export function groupRows(
  listed: readonly ListedSheet[],
  scores: readonly ScorePair[],
  rulesets: ReadonlyMap<string, Ruleset>,
  now: Date,
): readonly ReviewGroup[] {
  const byAppraisal = gather(scores, ({ appraisalId }) => appraisalId);
  const runs = gather(listed, ({ cycleId, managerId }) => `${cycleId} ${managerId}`);
  return [...runs].flatMap(([id, run]) => {
    const [first] = run;
    const ruleset = first === undefined ? undefined : rulesets.get(first.cycleId);
    if (first === undefined || ruleset === undefined) return [];
    const rows = run.map((row) => ({
      ...rowOf(row, byAppraisal.get(row.appraisalId) ?? [], ruleset),
      locked: lockOfListed(row, "second_level", now),
    }));
    const closesAt = earliest(run.map((row) => row.closesAt));
    return [groupOf(id, { first, closesAt }, ruleset, rows)];
  });
}

/** A sheet may have a window of its own; the first that closes presses. */
function earliest(moments: readonly (Date | null)[]): Date | null {
  const times = moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}

function groupOf(
  id: string,
  { first, closesAt }: { readonly first: ListedSheet; readonly closesAt: Date | null },
  { framework }: Ruleset,
  rows: readonly ReviewRow[],
): ReviewGroup {
  return {
    id,
    managerName: first.managerName,
    managerNumber: first.managerNumber,
    cycle: { year: first.year, quarter: first.quarter },
    closesAt,
    maxTotal: maxOfFramework(framework),
    columns: framework.values.map((value) => ({
      key: value.key,
      name: value.name,
      maxHalfPoints: maxOfValue(value),
      rungs: value.rungs.length,
      gated: value.gated,
    })),
    rows,
  };
}

function rowOf(row: ListedSheet, scores: readonly ScorePair[], ruleset: Ruleset) {
  const {
    appraisalId,
    version,
    name,
    number,
    department,
    departmentEn,
    round,
    deputyFor,
    noPartner,
    submittedAt,
  } = row;
  const { selfTotal, managerTotal } = row;
  const band = bandName(ruleset.policy, row.band);
  const cells = ruleset.framework.values.map((value): ReviewCell => {
    const pair = scores.find(({ key }) => key === value.key);
    const manager = pair?.manager ?? null;
    const flag = pair === undefined ? null : flagOf(pair);
    return { key: value.key, self: pair?.self ?? null, manager, flag, doubt: pair?.doubt ?? false };
  });
  return {
    appraisalId,
    version,
    name,
    number,
    department,
    departmentEn,
    round,
    deputyFor,
    noPartner,
    submittedAt,
    selfTotal,
    managerTotal,
    band,
    cells,
  };
}

function gather<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
