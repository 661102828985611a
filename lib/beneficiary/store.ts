import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { ViewRow } from "./rules";

/** What those who benefited said of the values of one sheet, the oldest first. */
export function readViews(tx: Tx, appraisalId: string): Promise<readonly ViewRow[]> {
  return tx.beneficiaryView.findMany({
    where: { appraisalId },
    orderBy: { sequence: "asc" },
    select: {
      ...{ id: true, valueKey: true, asked: true, askedOn: true, way: true },
      ...{ said: true, correctsId: true, byId: true, at: true },
    },
  });
}
