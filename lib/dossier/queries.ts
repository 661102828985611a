import "server-only";
import { stageOf } from "@/lib/appraisal/stages";
import { readSubject, type LoadedSubject } from "@/lib/appraisal/store";
import type { Relation } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { readNames } from "@/lib/people/store";
import { bandName } from "@/lib/scoring";
import type { Prisma } from "@/lib/db/generated/client";
import { lastWordOn } from "@/lib/review/rules";
import { readReview, type Review } from "@/lib/review/store";
import type { Doubts } from "@/lib/review/types";
import { resultOf, sumsOf } from "@/lib/sheet/rules";
import { sightOf, type Sight } from "./permissions";
import { authorsOf, historyOf, valueView } from "./rules";
import type { Dossier, DossierValue } from "./types";

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
