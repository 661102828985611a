import "server-only";
import { readTimeZone } from "@/lib/company/store";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import { refuse, type FieldFault, type Refusal } from "@/lib/errors/outcome";
import { lastDayOf, type Quarter } from "@/lib/i18n/zone";
import type { ExemptReason } from "@/lib/participation/types";
import type { Bilingual } from "@/lib/scoring";
import { toWindows, windowFaults } from "../rules/windows";
import type { PreviewOpeningInput } from "../schema";
import { identityKey } from "@/lib/text/identity";
import type { OpeningPreview, StageWindowView } from "../types";

/** Who would be in a cycle, and who is. Nothing here decides who may see or change it. */

interface Scope extends Quarter {
  /** Null: everybody. */
  readonly departmentIds: readonly string[] | null;
  /** Only this one of them. */
  readonly employeeId?: string;
  /** Who joined after this ISO day is exempt, and who joined after the quarter in any case; "": only those. */
  readonly joinedAfter: string;
  readonly policyVersionId: string;
}

/** Heads and HR partners of each department in scope, nearest first, in the table `unit_line`. */
async function layOutUnits(tx: Tx, { departmentIds }: Pick<Scope, "departmentIds">) {
  const everybody = departmentIds === null;
  await tx.$executeRaw`CREATE TEMPORARY TABLE unit_line
    (department_id uuid, division_id uuid, heads uuid[], partners uuid[]) ON COMMIT DROP`;
  await tx.$executeRaw`
    WITH RECURSIVE scope (id) AS (
      SELECT id FROM department WHERE ${everybody} OR id = ANY(${[...(departmentIds ?? [])]}::uuid[])
      UNION
      SELECT d.id FROM department d JOIN scope ON d.parent_id = scope.id
    ), path (department_id, id, parent_id, head_id, is_division, depth) AS (
      SELECT id, id, parent_id, head_id, is_division, 0 FROM department
      UNION ALL
      SELECT path.department_id, d.id, d.parent_id, d.head_id, d.is_division, depth + 1
      FROM path JOIN department d ON d.id = path.parent_id
    ), division AS (
      SELECT DISTINCT ON (department_id) department_id, id, depth FROM path
      ORDER BY department_id, is_division DESC, CASE WHEN is_division THEN depth ELSE -depth END
    ), heads AS (
      SELECT path.department_id, array_agg(path.head_id ORDER BY path.depth) AS ids
      FROM path JOIN division USING (department_id)
        JOIN employee e ON e.id = path.head_id AND e.status = 'active'
      WHERE path.depth >= division.depth
      GROUP BY 1
    ), partners AS (
      SELECT path.department_id, array_agg(e.id ORDER BY path.depth, e.number) AS ids
      FROM path
        JOIN role_grant g ON g.department_id = path.id AND g.role = 'hr_partner' AND g.revoked_at IS NULL
        JOIN employee e ON e.id = g.employee_id AND e.status = 'active'
      GROUP BY 1
    )
    INSERT INTO unit_line
    SELECT scope.id, division.id, heads.ids, partners.ids
    FROM scope JOIN division ON division.department_id = scope.id
      LEFT JOIN heads ON heads.department_id = scope.id
      LEFT JOIN partners ON partners.department_id = scope.id`;
  await tx.$executeRaw`ANALYZE unit_line`;
}

/**
 * Lays out where everybody in scope stands today in the table `in_scope`, which lives as long as the transaction. Heads
 * and HR partners are gathered once for each department, nearest first; a person then takes the first who is neither
 * they nor their manager, nor a declared relation of theirs. Two steps with fresh statistics, because the planner cannot
 * guess the size of a recursive query: as one statement a hundred thousand people took more than a minute.
 */
async function layOutScope(
  tx: Tx,
  { departmentIds, joinedAfter, employeeId, policyVersionId, ...quarter }: Scope,
) {
  const only = employeeId === undefined ? Prisma.empty : Prisma.sql`AND e.id = ${employeeId}::uuid`;
  const apart = Prisma.sql`EXISTS (SELECT FROM policy_version
    WHERE id = ${policyVersionId}::uuid AND document->>'approverNotSecondLevel' = 'true')`;
  const joined = joinedAfter === "" ? null : joinedAfter;
  await layOutUnits(tx, { departmentIds });
  await tx.$executeRaw`CREATE TEMPORARY TABLE in_scope
    (employee_id uuid, manager_id uuid, second_level_id uuid, department_id uuid, division_id uuid,
     approver_id uuid, hr_partner_id uuid, exempt_reason "ExemptReason") ON COMMIT DROP`;
  await tx.$executeRaw`
    INSERT INTO in_scope
    SELECT e.id, m.id, s.id, e.department_id, u.division_id,
      (SELECT h FROM unnest(u.heads) WITH ORDINALITY AS t (h, n)
        WHERE h <> e.id AND h IS DISTINCT FROM m.id AND NOT are_related(h, e.id)
          AND (h IS DISTINCT FROM s.id OR NOT ${apart}) ORDER BY n LIMIT 1),
      (SELECT h FROM unnest(u.partners) WITH ORDINALITY AS t (h, n)
        WHERE h <> e.id AND h IS DISTINCT FROM m.id AND NOT are_related(h, e.id) ORDER BY n LIMIT 1),
      (CASE WHEN m.id IS NULL THEN 'no_manager'
        WHEN e.status = 'on_leave' THEN 'on_leave'
        WHEN e.hire_date > LEAST(${joined}::date, ${lastDayOf(quarter)}::date) THEN 'joined_late'
      END)::"ExemptReason"
    FROM employee e
      JOIN unit_line u ON u.department_id = e.department_id
      LEFT JOIN employee direct ON direct.id = e.manager_id AND direct.status <> 'left'
      LEFT JOIN employee m ON m.status <> 'left' AND m.id <> e.id
        AND m.id = CASE WHEN are_related(direct.id, e.id) THEN direct.manager_id ELSE direct.id END
      LEFT JOIN employee above ON above.id = m.manager_id AND above.status <> 'left'
      LEFT JOIN employee s ON s.status <> 'left' AND s.id <> e.id
        AND s.id = CASE WHEN are_related(above.id, e.id) THEN above.manager_id ELSE above.id END
    WHERE e.status <> 'left' ${only}`;
  await tx.$executeRaw`ANALYZE in_scope`;
}

interface Late {
  readonly cycleId: string;
  /** Who was exempt until now has one. */
  readonly participantId: string | null;
  readonly now: Date;
}

/** Freezes where one person stands today and begins their sheet; null where they have no manager to score them. */
export async function insertLate(
  tx: Tx,
  person: { readonly id: string; readonly departmentId: string },
  { cycleId, participantId, now }: Late,
): Promise<string | null> {
  const cycle = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { year: true, quarter: true, policyVersionId: true },
  });
  const departmentIds = [person.departmentId];
  await layOutScope(tx, { ...cycle, departmentIds, joinedAfter: "", employeeId: person.id });
  const [line] = await tx.$queryRaw<{ scored: boolean }[]>`
    SELECT manager_id IS NOT NULL AS scored FROM in_scope`;
  if (line?.scored !== true) return null;
  const id = participantId ?? crypto.randomUUID();
  await tx.$executeRaw`
    INSERT INTO participant (id, cycle_id, employee_id, manager_id, second_level_id, department_id, division_id,
      approver_id, hr_partner_id)
    SELECT ${id}::uuid, ${cycleId}::uuid, employee_id, manager_id, second_level_id, department_id, division_id,
      approver_id, hr_partner_id FROM in_scope
    ON CONFLICT (id) DO UPDATE SET exempt_reason = NULL, manager_id = EXCLUDED.manager_id,
      second_level_id = EXCLUDED.second_level_id, department_id = EXCLUDED.department_id,
      division_id = EXCLUDED.division_id, approver_id = EXCLUDED.approver_id, hr_partner_id = EXCLUDED.hr_partner_id`;
  await tx.$executeRaw(insertSheets(Prisma.sql`id = ${id}::uuid`, now));
  const sheet = await tx.appraisal.findUniqueOrThrow({ where: { participantId: id } });
  return sheet.id;
}

/** A sheet for each of these participants who is not exempt, in the hands the participant names. */
const insertSheets = (some: Prisma.Sql, now: Date): Prisma.Sql => Prisma.sql`
    INSERT INTO appraisal (id, participant_id, cycle_id, employee_id, manager_id, second_level_id, department_id,
      division_id, approver_id, hr_partner_id, state_since)
    SELECT gen_random_uuid(), id, cycle_id, employee_id, manager_id, second_level_id, department_id,
      division_id, approver_id, hr_partner_id, ${now}
    FROM participant WHERE ${some} AND exempt_reason IS NULL`;

/** Freezes what `checkOpening` laid out and gives everybody who is not exempt an appraisal: two statements for any number. */
export async function insertParticipants(
  tx: Tx,
  cycleId: string,
  now: Date,
): Promise<{ people: number; exempt: number }> {
  const all = await tx.$executeRaw`
    INSERT INTO participant (id, cycle_id, employee_id, manager_id, second_level_id, department_id, division_id,
      approver_id, hr_partner_id, exempt_reason)
    SELECT gen_random_uuid(), ${cycleId}::uuid, employee_id, manager_id, second_level_id, department_id, division_id,
      approver_id, hr_partner_id, exempt_reason
    FROM in_scope`;
  const people = await tx.$executeRaw(insertSheets(Prisma.sql`cycle_id = ${cycleId}::uuid`, now));
  return { people, exempt: all - people };
}

export function quarterTaken(): Refusal {
  return refuse("duplicate", { fields: { quarter: { code: "quarter_taken" } } });
}

interface ByHand {
  readonly kind: "exempted" | "included";
  readonly employeeId: string;
  readonly reason: string;
}

type Checked = {
  readonly ok: true;
  readonly windows: readonly StageWindowView[];
  readonly byHand: readonly ByHand[];
};

/** A value list has no rungs to judge: it is a starting point for a framework and can be pinned by no cycle. */
export const scorable = { values: { every: { rungs: { some: {} } } } } as const;

/** Everything that can be wrong with an opening, for the preview and the opening alike; lays out the people for both. */
export async function checkOpening(
  tx: Tx,
  input: PreviewOpeningInput,
  now: Date,
): Promise<Checked | Refusal> {
  const windows = toWindows(input.windows, await readTimeZone(tx));
  const fields: Record<string, FieldFault> = windowFaults(windows, now);
  const { year, quarter, frameworkVersionId, policyVersionId } = input;
  const departmentIds = input.departmentIds ?? [];
  const unknown: FieldFault = { code: "value_required" };
  const framework = { id: frameworkVersionId };
  if ((await tx.frameworkVersion.count({ where: framework })) === 0)
    fields["frameworkVersionId"] = unknown;
  else if ((await tx.frameworkVersion.count({ where: { ...framework, ...scorable } })) === 0)
    fields["frameworkVersionId"] = { code: "framework_without_rungs" };
  if ((await tx.policyVersion.count({ where: { id: policyVersionId } })) === 0)
    fields["policyVersionId"] = unknown;
  const known = await tx.department.count({
    where: { id: { in: departmentIds }, closedAt: null },
  });
  if (known < new Set(departmentIds).size) fields["departmentIds"] = { code: "unknown_department" };
  if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
  if ((await tx.cycle.count({ where: { year, quarter } })) > 0) return quarterTaken();
  await layOutScope(tx, input);
  const byHand = await decideByHand(tx, input.byHand);
  if ("ok" in byHand) return byHand;
  const [somebody] = await tx.$queryRaw<object[]>`
    SELECT 1 FROM in_scope WHERE exempt_reason IS NULL LIMIT 1`;
  return somebody === undefined
    ? refuse("invalid_input", { fields: { departmentIds: { code: "nobody_in_scope" } } })
    : { ok: true, windows, byHand };
}

/** Puts into the table `in_scope` what is decided about single people; a fault stands at their number. */
async function decideByHand(
  tx: Tx,
  asked: PreviewOpeningInput["byHand"],
): Promise<ByHand[] | Refusal> {
  const decided: ByHand[] = [];
  const fields: Record<string, FieldFault> = {};
  for (const [index, { kind, number, reason }] of asked.entries()) {
    const [found] = await tx.$queryRaw<ScopedRow[]>`
      SELECT e.id::text AS id, exempt_reason::text AS reason, s.manager_id IS NOT NULL AS manager
      FROM in_scope s JOIN employee e ON e.id = s.employee_id WHERE e.number_key = ${identityKey(number)}`;
    const twice = decided.some(({ employeeId }) => employeeId === found?.id);
    const code = twice ? "chosen_twice" : found && byHandFault(kind, found);
    if (found === undefined || code !== null) {
      fields[`byHand.${index}.number`] = { code: code ?? "not_in_scope" };
      continue;
    }
    const exempt = kind === "exempt" ? "by_hand" : null;
    await tx.$executeRaw`
      UPDATE in_scope SET exempt_reason = ${exempt}::"ExemptReason" WHERE employee_id = ${found.id}::uuid`;
    const done = kind === "exempt" ? "exempted" : "included";
    decided.push({ kind: done, employeeId: found.id, reason });
  }
  return Object.keys(fields).length === 0 ? decided : refuse("invalid_input", { fields });
}

interface ScopedRow {
  readonly id: string;
  readonly reason: ExemptReason | null;
  readonly manager: boolean;
}

function byHandFault(kind: "exempt" | "include", { reason, manager }: ScopedRow): string | null {
  if (kind === "exempt") return reason === null ? null : "already_exempt";
  if (reason === null) return "already_in";
  return manager ? null : "no_manager";
}

/** Counts over the same table that opening writes from, so the preview cannot promise something else. */
export async function previewStanding(tx: Tx): Promise<OpeningPreview> {
  const [counts] = await tx.$queryRaw<
    Omit<OpeningPreview, "exempt" | "exemptPeople" | "departmentsWithoutHrPartner" | "divisions">[]
  >`SELECT count(*)::int AS "people",
      (SELECT md5(string_agg(t::text, '' ORDER BY employee_id)) FROM in_scope t) AS "standing",
      (count(*) FILTER (WHERE second_level_id IS NULL))::int AS "withoutSecondLevel",
      (count(*) FILTER (WHERE approver_id IS DISTINCT FROM d.head_id AND approver_id IS NOT NULL))::int AS "approverAbove",
      (count(*) FILTER (WHERE approver_id IS NULL))::int AS "withoutApprover",
      (count(*) FILTER (WHERE hr_partner_id IS NULL))::int AS "withoutHrPartner"
    FROM in_scope JOIN department d ON d.id = division_id WHERE exempt_reason IS NULL`;
  const exempt = await tx.$queryRaw<OpeningPreview["exempt"]>`
    SELECT exempt_reason::text AS "reason", count(*)::int AS "count"
    FROM in_scope WHERE exempt_reason IS NOT NULL GROUP BY 1 ORDER BY 1`;
  const exemptPeople = await tx.$queryRaw<OpeningPreview["exemptPeople"]>`
    SELECT e.name, e.number, exempt_reason::text AS "reason"
    FROM in_scope JOIN employee e ON e.id = employee_id
    WHERE exempt_reason IS NOT NULL ORDER BY e.number LIMIT 20`;
  const departmentsWithoutHrPartner = await tx.$queryRaw<Bilingual[]>`
    SELECT d.name AS "zh", coalesce(d.name_en, d.name) AS "en"
    FROM in_scope JOIN department d ON d.id = in_scope.department_id
    WHERE exempt_reason IS NULL AND hr_partner_id IS NULL GROUP BY d.id ORDER BY d.code LIMIT 20`;
  const divisions = await tx.$queryRaw<{ id: string; zh: string; en: string; people: number }[]>`
    SELECT d.id::text AS id, d.name AS zh, coalesce(d.name_en, d.name) AS en, count(*)::int AS people
    FROM in_scope JOIN department d ON d.id = division_id
    WHERE exempt_reason IS NULL GROUP BY d.id ORDER BY d.code LIMIT 50`;
  if (counts === undefined) throw new Error("a count has one row");
  const named = divisions.map(({ id, zh, en, people }) => ({ id, name: { zh, en }, people }));
  return { ...counts, exempt, exemptPeople, departmentsWithoutHrPartner, divisions: named };
}
