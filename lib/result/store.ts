import "server-only";
import type { Reading } from "@/lib/db/read";
import { valueView } from "@/lib/dossier/rules";
import type { DossierValue } from "@/lib/dossier/types";
import { readRecord } from "@/lib/interview/store/records";
import { keptSheetSchema } from "@/lib/rounds/schema";
import { readRuleset } from "@/lib/ruleset/store";
import type { Ruleset } from "@/lib/ruleset/types";
import { bandName, maxOfFramework } from "@/lib/scoring";
import { resultOf } from "@/lib/sheet/rules";
import type { SheetPair } from "@/lib/sheet/types";
import { inOrder } from "./rules";
import type { FormerResult } from "./types";

/** Former results inside a caller's read. Nothing here decides who may see them. */

interface Asked {
  readonly appraisalId: string;
  readonly cycleId: string;
}

/** These published results of a sheet that were reopened, the latest first, each as it stood. */
export async function readFormer(
  tx: Reading,
  { appraisalId, cycleId }: Asked,
  editions: readonly number[],
): Promise<readonly FormerResult[]> {
  const rows = await tx.formerResult.findMany({
    where: { appraisalId, edition: { in: [...editions] } },
    orderBy: { edition: "desc" },
    take: 20,
    select: {
      ...{ edition: true, publishedAt: true, at: true, selfTotal: true, managerTotal: true },
      ...{ band: true, selfNumber: true, managerNumber: true, by: { select: { name: true } } },
    },
  });
  if (rows.length === 0) return [];
  const ruleset = await readRuleset(tx, cycleId);
  const notes = await tx.returnNote.findMany({
    where: { appraisalId, at: { in: rows.map(({ at }) => at) } },
    orderBy: { id: "asc" },
  });
  const former: FormerResult[] = [];
  for (const { selfNumber, managerNumber, selfTotal, managerTotal, band, by, ...row } of rows) {
    const sheets = await readSheets(tx, appraisalId, { self: selfNumber, manager: managerNumber });
    const { edition, at } = row;
    former.push({
      ...{ edition, publishedAt: row.publishedAt, reopenedAt: at, reopenedBy: by.name },
      reasons: notes
        .filter((note) => note.at.getTime() === at.getTime())
        .map(({ id, reason, valueKey, point }) => ({
          ...{ id, reason, point },
          value: ruleset.framework.values.find(({ key }) => key === valueKey)?.name ?? null,
        })),
      totals: { self: selfTotal, manager: managerTotal, max: maxOfFramework(ruleset.framework) },
      band: bandName(ruleset.policy, band),
      values: valuesOf(sheets, ruleset),
      interview: await readRecord(tx, { appraisalId, edition }),
      answers: await tx.acknowledgement.findMany({
        where: { appraisalId, edition },
        orderBy: inOrder,
        select: { kind: true, text: true, at: true },
      }),
    });
  }
  return former;
}

const keptValues = keptSheetSchema.pick({ values: true });

/** Both sides as they were handed in with these numbers. */
async function readSheets(
  tx: Reading,
  appraisalId: string,
  numbers: Readonly<Record<keyof SheetPair, number>>,
): Promise<SheetPair> {
  const rows = await tx.submission.findMany({
    where: {
      appraisalId,
      OR: [
        { side: "self", number: numbers.self },
        { side: "manager", number: numbers.manager },
      ],
    },
    select: { side: true, sheet: true },
  });
  const of = (side: keyof SheetPair) => {
    const kept = keptValues.safeParse(rows.find((row) => row.side === side)?.sheet);
    return { side, values: kept.success ? kept.data.values : [] };
  };
  return { self: of("self"), manager: of("manager") };
}

function valuesOf(sheets: SheetPair, ruleset: Ruleset): DossierValue[] {
  const { framework, policy } = ruleset;
  const results = {
    self: resultOf(framework, policy, sheets, "self"),
    manager: resultOf(framework, policy, sheets, "manager"),
  };
  return framework.values.map((value) => {
    const view = valueView(sheets, results, value, ruleset);
    return {
      ...view,
      rungs: view.rungs.map((rung) => ({ ...rung, former: [] })),
      ...{ changes: [], marks: {}, verification: null, approval: null, doubt: null, drawn: null },
      ...{ views: [], links: [], questions: [], mayAsk: false, toVerify: false, toApprove: false },
    };
  });
}
