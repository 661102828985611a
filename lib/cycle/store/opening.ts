import "server-only";
import { readTimeZone } from "@/lib/company/store";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import { refuse, type FieldCode, type FieldFault, type Refusal } from "@/lib/errors/outcome";
import type { ExemptReason } from "@/lib/participation/types";
import { meantNumber } from "@/lib/people/store";
import type { Bilingual } from "@/lib/scoring";
import { toWindows, windowFaults } from "../rules/windows";
import type { PreviewOpeningInput } from "../schema";
import type { OpeningPreview, StageWindowView } from "../types";
import { layOutScope } from "./scope";

/** Who would be in a cycle, and who is. Nothing here decides who may see or change it. */

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

interface Asking {
  readonly now: Date;
  /** Whom whoever opens decides nothing about. */
  readonly isOwn: (employeeId: string) => boolean;
}

/** Everything that can be wrong with an opening, for the preview and the opening alike; lays out the people for both. */
export async function checkOpening(
  tx: Tx,
  input: PreviewOpeningInput,
  { now, isOwn }: Asking,
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
  const byHand = await decideByHand(tx, input.byHand, isOwn);
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
  isOwn: Asking["isOwn"],
): Promise<ByHand[] | Refusal> {
  const decided: ByHand[] = [];
  const fields: Record<string, FieldFault> = {};
  for (const [index, { kind, number, reason }] of asked.entries()) {
    const [found] = await tx.$queryRaw<ScopedRow[]>`
      SELECT e.id::text AS id, exempt_reason::text AS reason, s.manager_id IS NOT NULL AS manager
      FROM in_scope s JOIN employee e ON e.id = s.employee_id WHERE e.number_key = ${await meantNumber(tx, number)}`;
    const twice = decided.some(({ employeeId }) => employeeId === found?.id);
    const own = found !== undefined && isOwn(found.id);
    const code = own ? "not_yourself" : twice ? "chosen_twice" : found && byHandFault(kind, found);
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

function byHandFault(kind: "exempt" | "include", { reason, manager }: ScopedRow): FieldCode | null {
  if (kind === "exempt") return reason === null ? null : "already_exempt";
  if (reason === null) return "already_in";
  return manager ? null : "no_manager";
}

/** Counts over the same table that opening writes from, so the preview cannot promise something else. */
export async function previewStanding(tx: Tx): Promise<OpeningPreview> {
  const [counts] = await tx.$queryRaw<
    Omit<
      OpeningPreview,
      "exempt" | "exemptPeople" | "departmentsWithoutHrPartner" | "divisions" | "past"
    >[]
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
  const past = await previewPast(tx);
  if (counts === undefined) throw new Error("a count has one row");
  const named = divisions.map(({ id, zh, en, people }) => ({ id, name: { zh, en }, people }));
  return { ...counts, exempt, exemptPeople, departmentsWithoutHrPartner, past, divisions: named };
}

/** Whom the lines go past, and who stands in their place; of a sheet nobody else could score, nobody. */
function previewPast(tx: Tx): Promise<OpeningPreview["past"]> {
  return tx.$queryRaw<OpeningPreview["past"]>`
    SELECT away.name, away.number, away.status, line.post, taker.name AS "to", count(*)::int AS people
    FROM in_scope s
      CROSS JOIN LATERAL (VALUES
        ('manager', s.absent_manager_id, s.manager_id),
        ('second_level', s.absent_second_level_id, s.second_level_id)) AS line (post, absent_id, to_id)
      JOIN employee away ON away.id = line.absent_id
      LEFT JOIN employee taker ON taker.id = line.to_id
    WHERE s.exempt_reason IS NULL OR s.exempt_reason = 'no_manager'
    GROUP BY away.id, line.post, taker.id ORDER BY line.post, away.number, taker.number LIMIT 40`;
}
