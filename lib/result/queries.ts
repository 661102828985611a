import "server-only";
import { may } from "@/lib/appraisal/policy";
import { stageOf } from "@/lib/appraisal/rules";
import { readSubject } from "@/lib/appraisal/store";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { database, type Tx } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries";
import { readReview } from "@/lib/dossier/store";
import { readRecord } from "@/lib/interview/store";
import { readRuleset } from "@/lib/ruleset/store";
import { maxOfFramework } from "@/lib/scoring";
import { proposedTexts, scaledBands } from "./rules";
import type { OwnAppraisal, Result } from "./types";

/** The published result for the employee and those above; null before publication and for everybody else. */
export async function readResult(actor: Actor, appraisalId: string): Promise<Result | null> {
  const db = database();
  const subject = await readSubject(db, appraisalId);
  if (subject === null || !may(actor, "result.read", subject).ok) return null;
  const dossier = await readDossier(actor, appraisalId);
  if (dossier === null) return null;
  const { ruleset, result } = await readReview(db, subject);
  const row = await db.appraisal.findUniqueOrThrow({
    where: { id: appraisalId },
    select: {
      publishedAt: true,
      acknowledgement: { select: { kind: true, text: true, at: true } },
    },
  });
  return {
    dossier,
    publishedAt: row.publishedAt,
    interview: await readRecord(db, appraisalId),
    answer: row.acknowledgement,
    consequences: proposedTexts(ruleset.policy, result.consequences),
    bands: scaledBands(ruleset.policy, result.maxTotal),
    own: subject.employeeId === actor.employeeId,
  };
}

const published: ReadonlySet<AppraisalState> = new Set(["published", "acknowledged", "objected"]);

/** A person's own appraisals, newest first: scores only of those published. */
export async function readOwnAppraisals(actor: Actor): Promise<readonly OwnAppraisal[]> {
  const db = database();
  const rows = await findOwn(db, actor.employeeId);
  const own: OwnAppraisal[] = [];
  for (const { id, state, cycle, ...row } of rows) {
    const stage = stageOf(state);
    own.push({
      appraisalId: id,
      year: cycle.year,
      quarter: cycle.quarter,
      state,
      open: cycle.state === "open",
      deadline: cycle.windows.find((window) => window.stage === stage)?.closesAt ?? null,
      // Rulesets are read once per process, so this is no query per row.
      result: published.has(state) ? await resultOfRow(db, cycle.id, row) : null,
    });
  }
  return own;
}

function findOwn(tx: Tx, employeeId: string) {
  return tx.appraisal.findMany({
    where: { employeeId },
    orderBy: [{ cycle: { year: "desc" } }, { cycle: { quarter: "desc" } }],
    take: 40,
    select: {
      id: true,
      state: true,
      managerTotal: true,
      band: true,
      cycle: { select: { id: true, year: true, quarter: true, state: true, windows: true } },
      scores: { where: { side: "manager" }, select: { valueId: true, halfPoints: true } },
    },
  });
}

type ScoredRow = Pick<
  Awaited<ReturnType<typeof findOwn>>[number],
  "managerTotal" | "band" | "scores"
>;

async function resultOfRow(
  tx: Tx,
  cycleId: string,
  row: ScoredRow,
): Promise<OwnAppraisal["result"]> {
  const { framework, policy, valueIds } = await readRuleset(tx, cycleId);
  return {
    total: row.managerTotal,
    maxTotal: maxOfFramework(framework),
    band: policy.bands.find((band) => band.key === row.band)?.name ?? null,
    values: framework.values.map(({ key, name, rungs }) => ({
      key,
      name,
      score: row.scores.find((score) => score.valueId === valueIds[key])?.halfPoints ?? null,
      rungs: rungs.length,
    })),
  };
}
