import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { lockOf } from "@/lib/appraisal/rules";
import { stageOf } from "@/lib/appraisal/stages";
import { standingOf } from "@/lib/appraisal/standing";
import { readSigners, readSubject, type LoadedSubject } from "@/lib/appraisal/store";
import type { Relation, Signed } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { clock } from "@/lib/clock";
import { read, type Reading } from "@/lib/db/read";
import {
  asksBeneficiary,
  linksOf,
  viewsOf,
  type LinkRow,
  type ViewRow,
} from "@/lib/beneficiary/rules";
import { linksArgs, viewsArgs } from "@/lib/beneficiary/store";
import { bandName } from "@/lib/scoring";
import type { Prisma } from "@/lib/db/generated/client";
import { asksApprover, drawMark, lastWordOn } from "@/lib/review/rules/needs";
import { returnReasonsOf } from "@/lib/review/rules/pins";
import { readReview, type Review } from "@/lib/review/store";
import type { Doubts } from "@/lib/review/types";
import { resultOf, sumsOf } from "@/lib/sheet/rules";
import { questionsOf } from "@/lib/questions/rules";
import { readUnseen } from "@/lib/sheet/store/openings";
import { shownRounds } from "@/lib/rounds/rules";
import { earlierOf, handedInSelect } from "@/lib/rounds/store";
import type { EarlierSheets } from "@/lib/rounds/types";
import { sightOf, type Sight } from "../permissions";
import { authorsOf, historyOf, valueView } from "../rules";
import { lookedAt, readEarlierFives, votedAt, type SignedBy } from "../store";
import type { Decider, DecisionDossier, Dossier, DossierValue } from "../types";
import { readableFormer } from "./former";

const headSelect = {
  selfSubmittedAt: true,
  managerSubmittedAt: true,
  selfTotal: true,
  managerTotal: true,
  band: true,
  cycle: { select: { year: true, quarter: true } },
  employee: { select: { name: true, number: true, jobTitle: true } },
  department: { select: { name: true, nameEn: true } },
  submissions: { select: { id: true, ...handedInSelect } },
  returns: true,
  decisions: true,
  beneficiaryViews: viewsArgs,
  beneficiaryLinks: linksArgs,
} satisfies Prisma.AppraisalSelect;

type Head = Prisma.AppraisalGetPayload<{ select: typeof headSelect }>;
type NameOf = (id: string | null) => string;

interface Parts {
  readonly subject: LoadedSubject;
  readonly sight: Sight;
  readonly head: Head;
  readonly review: Review;
  readonly doubts: Doubts;
  readonly earlier: EarlierSheets;
  readonly views: readonly ViewRow[];
  readonly links: readonly LinkRow[];
  readonly mayAsk: boolean;
  readonly readsFormer: boolean;
  readonly approver: Dossier["approver"];
  readonly nameOf: NameOf;
  readonly signed: SignedBy;
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
  tx: Reading,
  actor: Actor,
  subject: LoadedSubject,
  as?: Relation,
  known?: Review,
): Promise<Dossier | null> {
  const sight = sightOf(actor, subject, as);
  if (sight === null) return null;
  const { appraisalId } = subject;
  const review = known ?? (await readReview(tx, subject));
  // Both sides stand in it side by side: it is for a manager who has judged.
  const mine = standingOf(actor, subject);
  if (mine.has("manager") && (await readUnseen(tx, subject, review.ruleset)).size > 0) return null;
  const head = await tx.appraisal.findUniqueOrThrow({
    where: { id: appraisalId },
    select: headSelect,
  });
  const rows = { ...head, verifications: review.verifications, approvals: review.approvals };
  const doubts: Doubts = sight.doubts ? review.doubts : new Map();
  const views = sight.hrNotes ? head.beneficiaryViews : [];
  const doubters = [...doubts.values()].map(({ byId }) => byId);
  const authors = [
    subject.managerId,
    subject.approverId,
    ...doubters,
    ...views.map(({ byId }) => byId),
    ...authorsOf(rows),
  ];
  const { nameOf, doneFor } = await readSigners(tx, appraisalId, authors);
  const signed: SignedBy = (byId, at) => ({ by: nameOf(byId), byFor: doneFor(byId, at) });
  const handedIn = earlierOf(head.submissions, subject.state);
  const earlier = sight.inner ? handedIn : { ...handedIn, manager: [] };
  const mayAsk = may(actor, "hr.ask", subject).ok;
  const readsFormer = (await readableFormer(tx, actor, subject)).length > 0;
  const links = mayAsk && sight.hrNotes ? head.beneficiaryLinks : [];
  const named = subject.approverId === null ? null : nameOf(subject.approverId);
  const approver = sight.hrNotes && mine.has("hr") ? { name: named } : null;
  return assemble({
    ...{ subject, sight, head, review, doubts, earlier, views },
    ...{ mayAsk, links, nameOf, signed, readsFormer, approver },
  });
}

/** The same for who decides about it at the stage where it stands. */
export async function dossierToDecide(
  tx: Reading,
  actor: Actor,
  subject: LoadedSubject,
  { as, now }: { readonly as: Decider; readonly now: Date },
): Promise<DecisionDossier | null> {
  const dossier = await dossierFor(tx, actor, subject, as);
  const { returned, state } = subject;
  if (dossier === null) return null;
  const tops = dossier.values.filter(({ routing }) => routing.approve).map(({ key }) => key);
  const earlierFives = await readEarlierFives(tx, [subject.employeeId, actor.employeeId], tops);
  return { ...dossier, earlierFives, locked: lockOf(subject, stageOf(state), now, returned) };
}

function assemble(parts: Parts): Dossier {
  const { subject, sight, head, review, signed } = parts;
  const { framework, policy } = review.ruleset;
  const whole = sight.values === "all";
  const window = subject.windows.find(({ stage }) => stage === stageOf(subject.state));
  const max = review.result.maxTotal;
  const band = bandName(policy, head.band);
  const values = dossierValues(parts);
  const history = historyOf(
    { ...head, verifications: review.verifications, approvals: review.approvals },
    sight,
    signed,
  );
  const scored = scorerOf(parts);
  const shown = new Set(values.map(({ key }) => key));
  return {
    appraisalId: subject.appraisalId,
    seenAs: sight.ground,
    version: subject.version,
    state: subject.state,
    round: subject.round,
    former: subject.edition === 1 || !sight.inner ? null : parts.readsFormer ? "readable" : "known",
    awaitsDraw: sight.hrNotes && subject.state === "hr_audit" && review.needs.awaitsDraw,
    person: {
      ...head.employee,
      department: head.department.name,
      departmentEn: head.department.nameEn,
    },
    managerName: scored.by,
    managerFor: scored.byFor,
    approver: parts.approver,
    oneReviewer:
      sight.inner && subject.secondLevelId !== null && subject.secondLevelId === subject.approverId,
    cycle: head.cycle,
    frameworkName: framework.name,
    returnReasons: returnReasonsOf(policy),
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

/** Who handed the scores in; a successor is not named for what the former manager judged. */
function scorerOf({ subject, head, signed }: Parts): Signed {
  const handedIn = head.submissions.filter(({ side }) => side === "manager");
  const last = handedIn.toSorted((a, b) => b.number - a.number)[0];
  return signed(last?.submittedById ?? subject.managerId, last?.submittedAt ?? null);
}

function dossierValues(parts: Parts): readonly DossierValue[] {
  const { sight, head, review, doubts, earlier, views, nameOf, signed } = parts;
  const { ruleset, sheets, result, needs, owed } = review;
  const results = {
    self: resultOf(ruleset.framework, ruleset.policy, sheets, "self"),
    manager: result,
  };
  return ruleset.framework.values
    .map((value): DossierValue => {
      const view = valueView(sheets, results, value, ruleset);
      const { values } = ruleset.framework;
      // Whom it went through on its way is not told to the person it is about.
      const notes = sight.inner ? head.returns : [];
      const kept = { earlier, notes, values, signed };
      const rounds = shownRounds(view, sheets, kept);
      const doubt = doubts.get(value.key) ?? null;
      const looked = lastWordOn(review.verifications, value.key, view.scores.manager);
      const voted = lastWordOn(review.approvals, value.key, view.scores.manager);
      return {
        ...view,
        changes: rounds.changes,
        marks: rounds.marks,
        rungs: view.rungs.map((rung) => ({
          ...rung,
          former: rounds.former.filter((item) => item.rung === rung.point),
        })),
        grounds: sight.values === "all" ? view.grounds : [],
        routing: { ...view.routing, refer: sight.doubts && view.routing.refer },
        doubt: doubt === null || !view.routing.refer ? null : { by: nameOf(doubt.byId) },
        verification: looked === null || !sight.hrNotes ? null : lookedAt(looked, signed),
        approval: voted === null || !sight.hrNotes ? null : votedAt(voted, signed),
        views: viewsOf(views, value.key, signed),
        links: linksOf(parts.links, value.key, clock.now()),
        questions: sight.hrNotes
          ? questionsOf(value.key, { ...review, notes: head.returns }, signed)
          : [],
        mayAsk: parts.mayAsk && sight.hrNotes && asksBeneficiary({ ...view, key: value.key }, owed),
        toVerify: sight.inner && needs.toVerify.includes(value.key),
        toApprove: sight.inner && needs.toApprove.includes(value.key),
        drawn: sight.hrNotes
          ? drawMark(review.sampled, { ...view, score: view.scores.manager, key: value.key })
          : null,
      };
    })
    .filter((value) => sight.values === "all" || asksApprover(value, owed));
}
