import "server-only";
import { isPublished } from "@/lib/appraisal/stages";
import type { Actor } from "@/lib/authz/actor";
import { read, type Reading } from "@/lib/db/read";
import { readFrameworkVersion, readPolicyVersion } from "@/lib/ruleset/store";
import { maxOfFramework, maxOfValue, yearOf, type Bilingual } from "@/lib/scoring";
import { quarterOfRow, quartersOfYear, withoutCutYear } from "./rules";
import type { OwnYear, YearRow } from "./types";

/** Ten years: more than anybody looks back on one page. */
const QUARTERS_READ = 40;

/**
 * A person's own years with at least one quarter that counts, newest first, by the rules of the latest of these
 * quarters; a year whose rules know no annual score is left out. Takes nobody's id: there is only one's own.
 */
export async function readOwnYears(actor: Actor): Promise<readonly OwnYear[]> {
  return read(actor, async (tx) => {
    const latest = await tx.cycle.findFirst({
      orderBy: [{ year: "desc" }, { quarter: "desc" }],
      select: { year: true, quarter: true },
    });
    if (latest === null) return [];
    const found: Part[] = [];
    for (const row of await findParts(tx, actor.employeeId)) found.push(await partOf(tx, row));
    const whole = new Set(
      withoutCutYear(
        found.map(({ row }) => row),
        QUARTERS_READ,
      ),
    );
    const parts = found.filter(({ row }) => whole.has(row));
    const years: OwnYear[] = [];
    for (const year of new Set(parts.map(({ row }) => row.year))) {
      const counted = parts.find(
        ({ row }) => row.year === year && quarterOfRow(row).state === "closed",
      );
      if (counted === undefined) continue;
      const { policy } = await readPolicyVersion(tx, counted.policyVersionId);
      if (policy.year === undefined) continue;
      const rows = parts.map(({ row }) => row);
      const result = yearOf(quartersOfYear(year, rows, latest), policy.year, policy);
      const names = parts.filter(({ row }) => row.year === year).map((part) => part.names);
      years.push({ result, names: Object.fromEntries(names.toReversed().flat()) });
    }
    return years;
  });
}

interface Part {
  readonly row: YearRow;
  readonly policyVersionId: string;
  readonly names: readonly (readonly [string, Bilingual])[];
}

function findParts(tx: Reading, employeeId: string) {
  return tx.participant.findMany({
    where: { employeeId },
    orderBy: [{ cycle: { year: "desc" } }, { cycle: { quarter: "desc" } }],
    take: QUARTERS_READ,
    select: {
      exemptReason: true,
      cycle: {
        select: {
          year: true,
          quarter: true,
          state: true,
          frameworkVersionId: true,
          policyVersionId: true,
        },
      },
      appraisal: {
        select: {
          state: true,
          managerTotal: true,
          scores: { where: { side: "manager" }, select: { valueId: true, halfPoints: true } },
        },
      },
    },
  });
}

/** Versions are read once per process, so this is no query per row. */
async function partOf(
  tx: Reading,
  { cycle, exemptReason, appraisal }: Awaited<ReturnType<typeof findParts>>[number],
): Promise<Part> {
  const { framework, valueIds } = await readFrameworkVersion(tx, cycle.frameworkVersionId);
  const { year, quarter, policyVersionId } = cycle;
  const published = appraisal !== null && isPublished(appraisal.state);
  const total = published ? appraisal.managerTotal : null;
  const values = framework.values.map((value) => ({
    key: value.key,
    score:
      appraisal?.scores.find(({ valueId }) => valueId === valueIds[value.key])?.halfPoints ?? null,
    max: maxOfValue(value),
  }));
  const result = total === null ? null : { total, maxTotal: maxOfFramework(framework), values };
  return {
    row: { year, quarter, closed: cycle.state === "closed", exemptReason, result },
    policyVersionId,
    names: framework.values.map(({ key, name }) => [key, name] as const),
  };
}
