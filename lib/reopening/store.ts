import "server-only";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Tx } from "@/lib/db/transaction";

interface Reopened {
  readonly to: AppraisalState;
  readonly byId: string;
  readonly at: Date;
}

/** Keeps the published result as it stands, before the sheet that holds it is reopened. */
export async function keepResult(
  tx: Tx,
  appraisalId: string,
  { to, byId, at }: Reopened,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO former_result (appraisal_id, edition, from_state, to_state, final_at, published_at, self_total, manager_total,
      band, self_number, manager_number, by_id, at)
    SELECT a.id, a.edition, a.state, ${to}::"AppraisalState", a.final_at, a.published_at, a.self_total, a.manager_total, a.band,
      (SELECT max(number) FROM submission WHERE appraisal_id = a.id AND side = 'self'),
      (SELECT max(number) FROM submission WHERE appraisal_id = a.id AND side = 'manager'), ${byId}::uuid, ${at}
    FROM appraisal a WHERE a.id = ${appraisalId}::uuid`;
}
