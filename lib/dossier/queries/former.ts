import "server-only";
import { may } from "@/lib/appraisal/permissions";
import type { LoadedSubject } from "@/lib/appraisal/store";
import type { Actor } from "@/lib/authz/actor";
import type { Reading } from "@/lib/db/read";

/**
 * Which former editions of a sheet the actor may read, the latest first. A manager to whom it was handed over since reads
 * those of their own holding alone, unless the policy opens earlier scores to a new manager.
 */
export async function readableFormer(
  tx: Reading,
  actor: Actor,
  subject: LoadedSubject,
): Promise<readonly number[]> {
  const allowed = may(actor, "former.read", subject);
  if (subject.edition === 1 || !allowed.ok) return [];
  const all = allowed.relation !== "manager" || subject.opensToLater;
  const holderId = allowed.deputyFor?.forId ?? actor.employeeId;
  const rows = await tx.$queryRaw<{ edition: number }[]>`
    SELECT f.edition::int AS edition FROM former_result f JOIN appraisal a ON a.id = f.appraisal_id
    WHERE a.id = ${subject.appraisalId}::uuid AND (${all} OR ${holderId}::uuid = coalesce((
      SELECT h.from_id FROM hand_over h WHERE h.appraisal_id = a.id AND h.post = 'manager' AND h.at > f.published_at
      ORDER BY h.version LIMIT 1), a.manager_id))
    ORDER BY f.edition DESC`;
  return rows.map(({ edition }) => edition);
}
