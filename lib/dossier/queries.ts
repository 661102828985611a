import "server-only";
import { statesFor, type Verb } from "@/lib/appraisal/permissions";
import { stageOf } from "@/lib/appraisal/stages";
import { readSubject, type LoadedSubject } from "@/lib/appraisal/store";
import { inStates, standsAs } from "@/lib/appraisal/where";
import type { Relation } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { readNames } from "@/lib/people/store";
import { bandName } from "@/lib/scoring";
import { Prisma } from "@/lib/db/generated/client";
import { pageOf, parseCursor } from "@/lib/db/cursor";
import { lastWordOn } from "@/lib/review/rules";
import { readReview, type Review } from "@/lib/review/store";
import type { Doubts } from "@/lib/review/types";
import { resultOf, sumsOf } from "@/lib/sheet/rules";
import { sightOf, type Sight } from "./permissions";
import { authorsOf, historyOf, valueView } from "./rules";
import type { DecidedFilter } from "./schema";
import type { DecidedPage, DecidedRow, Decider, Dossier, DossierValue } from "./types";

const headSelect = {
  selfSubmittedAt: true,
  managerSubmittedAt: true,
  selfTotal: true,
  managerTotal: true,
  band: true,
  cycle: { select: { year: true, quarter: true } },
  participant: {
    select: {
      employee: { select: { name: true, number: true, jobTitle: true } },
      department: { select: { name: true, nameEn: true } },
    },
  },
  submissions: {
    select: { id: true, side: true, number: true, submittedAt: true, submittedById: true },
  },
  returns: true,
  decisions: true,
} satisfies Prisma.AppraisalSelect;

type Head = Prisma.AppraisalGetPayload<{ select: typeof headSelect }>;
type NameOf = (id: string | null) => string;

interface Parts {
  readonly subject: LoadedSubject;
  readonly sight: Sight;
  readonly head: Head;
  readonly review: Review;
  readonly doubts: Doubts;
  readonly nameOf: NameOf;
}

/** Null where this reader may not open it now or it does not exist: the two look the same. */
export function readDossier(actor: Actor, appraisalId: string): Promise<Dossier | null> {
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    return subject && dossierFor(tx, actor, subject);
  });
}

/** The same inside another room's read, for the relation in which that room is open to the actor. */
export async function dossierFor(
  tx: Tx,
  actor: Actor,
  subject: LoadedSubject,
  as?: Relation,
  known?: Review,
): Promise<Dossier | null> {
  const sight = sightOf(actor, subject, as);
  if (sight === null) return null;
  const { appraisalId } = subject;
  const review = known ?? (await readReview(tx, subject));
  const head = await tx.appraisal.findUniqueOrThrow({
    where: { id: appraisalId },
    select: headSelect,
  });
  const rows = { ...head, verifications: review.verifications, approvals: review.approvals };
  const doubts: Doubts = sight.doubts ? review.doubts : new Map();
  const doubters = [...doubts.values()].map(({ byId }) => byId);
  const authors = [subject.managerId, ...doubters, ...authorsOf(rows)];
  const names = await readNames(tx, authors);
  const nameOf: NameOf = (id) => names.get(id) ?? "";
  return assemble({ subject, sight, head, review, doubts, nameOf });
}

function assemble(parts: Parts): Dossier {
  const { subject, sight, head, review, nameOf } = parts;
  const { framework, policy } = review.ruleset;
  const whole = sight.values === "all";
  const window = subject.windows.find(({ stage }) => stage === stageOf(subject.state));
  const max = review.result.maxTotal;
  const band = bandName(policy, head.band);
  const values = dossierValues(parts);
  const history = historyOf(
    { ...head, verifications: review.verifications, approvals: review.approvals },
    sight,
    nameOf,
  );
  const shown = new Set(values.map(({ key }) => key));
  return {
    appraisalId: subject.appraisalId,
    seenAs: sight.ground,
    version: subject.version,
    state: subject.state,
    round: subject.round,
    person: {
      ...head.participant.employee,
      department: head.participant.department.name,
      departmentEn: head.participant.department.nameEn,
    },
    managerName: subject.managerId === null ? null : nameOf(subject.managerId),
    cycle: head.cycle,
    frameworkName: framework.name,
    selfSubmittedAt: head.selfSubmittedAt,
    managerSubmittedAt: head.managerSubmittedAt,
    dueAt: window?.closesAt ?? null,
    totals: whole ? { self: head.selfTotal, manager: head.managerTotal, max } : null,
    band: whole ? band : null,
    sums: whole ? sumsOf(review.ruleset, review.result) : null,
    values,
    history: history.filter(
      (entry) => !("valueKey" in entry) || entry.valueKey === null || shown.has(entry.valueKey),
    ),
  };
}

function dossierValues({ sight, review, doubts, nameOf }: Parts): readonly DossierValue[] {
  const { ruleset, sheets, result, needs } = review;
  const results = {
    self: resultOf(ruleset.framework, ruleset.policy, sheets, "self"),
    manager: result,
  };
  return ruleset.framework.values
    .map((value): DossierValue => {
      const view = valueView(sheets, results, value, ruleset.policy.passLine);
      const doubt = doubts.get(value.key) ?? null;
      const looked = lastWordOn(review.verifications, value.key, view.scores.manager);
      const voted = lastWordOn(review.approvals, value.key, view.scores.manager);
      return {
        ...view,
        routing: { ...view.routing, refer: sight.doubts && view.routing.refer },
        doubt: doubt === null || !view.routing.refer ? null : { by: nameOf(doubt.byId) },
        verification:
          looked === null || !sight.hrNotes
            ? null
            : { ...lookedAt(looked), by: nameOf(looked.byId) },
        approval:
          voted === null || !sight.hrNotes
            ? null
            : {
                verdict: voted.verdict,
                reason: voted.reason,
                by: nameOf(voted.byId),
                at: voted.at,
              },
        toVerify: sight.inner && needs.toVerify.includes(value.key),
        toApprove: sight.inner && needs.toApprove.includes(value.key),
      };
    })
    .filter(({ routing }) => sight.values === "all" || routing.approve);
}

function lookedAt(row: Review["verifications"][number]) {
  const { verdict, caseReason, comment, beneficiaryView, at } = row;
  return { verdict, caseReason, comment, beneficiaryView, at };
}

/** What the page of a sheet asks for. An approver's look ends with the decision. */
const lookOf = {
  second_level: "manager.read",
  hr: "hr.read",
  approver: "approval.decide",
} as const satisfies Readonly<Record<Decider, Verb>>;

const DECIDED_PAGE_SIZE = 50;

/** What was decided and about which score, by who decides. A second level decides about a whole sheet. */
const decisions: Readonly<Record<Decider, Prisma.Sql>> = {
  second_level: Prisma.sql`SELECT id, appraisal_id, by_id, at, verdict::text, NULL AS value_key, NULL::smallint AS half_points
    FROM second_level_decision`,
  hr: Prisma.sql`SELECT id, appraisal_id, by_id, at, verdict::text, value_key, half_points FROM hr_verification`,
  approver: Prisma.sql`SELECT id, appraisal_id, by_id, at, verdict::text, value_key, half_points FROM approval`,
};

/** The reader's own decisions of open cycles, the newest first; of sheets they still stand to. */
export async function readDecided(
  actor: Actor,
  decider: Decider,
  filter: DecidedFilter,
): Promise<DecidedPage> {
  const cursor = parseCursor(filter.after);
  const from =
    cursor === null
      ? Prisma.empty
      : Prisma.sql`AND (g.at, g.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
  const listed = await read(
    actor,
    (tx) => tx.$queryRaw<DecidedRow[]>`
      SELECT g.id::text AS id, a.id::text AS "appraisalId", e.name, d.name AS department, d.name_en AS "departmentEn",
        c.year, c.quarter, v.name AS "valueName", g.half_points::int AS "halfPoints", g.verdict, g.at, a.state,
        ${inStates(statesFor(lookOf[decider], decider))} AS opens
      FROM (${decisions[decider]}) g
        JOIN appraisal a ON a.id = g.appraisal_id
        JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
        JOIN participant p ON p.id = a.participant_id
        JOIN employee e ON e.id = a.employee_id
        JOIN department d ON d.id = p.department_id
        LEFT JOIN value v ON v.framework_version_id = c.framework_version_id AND v.key = g.value_key
      WHERE g.by_id = ${actor.employeeId}::uuid AND ${standsAs(actor, decider)} ${from}
      ORDER BY g.at DESC, g.id DESC
      LIMIT ${DECIDED_PAGE_SIZE + 1}`,
  );
  return pageOf(listed, DECIDED_PAGE_SIZE, ({ at, id }) => ({ at, id, position: 0 }));
}
