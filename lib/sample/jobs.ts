import "server-only";
import { followOn, onward } from "@/lib/appraisal/change";
import { readSubject } from "@/lib/appraisal/store";
import { clock } from "@/lib/clock";
import { inTurn } from "@/lib/db/read";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { eachAlone, everyMinute } from "@/lib/errors/unattended";
import { recordEvents } from "@/lib/events/record";
import { staysWithHr, nextAfterReview } from "@/lib/review/rules/needs";
import { readReview } from "@/lib/review/store";
import { percentOf, populationsOf } from "./rules";
import {
  lockTeam,
  readDue,
  readPopulation,
  readSeed,
  revealSeeds,
  writeDraw,
  type DueTeam,
} from "./store";
import type { LetPass } from "./types";

/** A manager of a thousand sheets waits for each of them to be read and moved. */
const drawTimeout = 120_000;

/**
 * Draws whatever is due, every manager in a transaction of their own, and reveals the seeds of cycles in which everything
 * has been drawn. `appraisalIds`: only for the managers of these sheets. Answers the sheets that moved on by it.
 */
export async function drawDue(
  now: Date,
  appraisalIds: readonly string[] | null = null,
): Promise<ReadonlyMap<string, LetPass>> {
  const due = await inTransaction((tx) => readDue(tx, now, appraisalIds));
  const moved = await eachAlone("the draw", due, (team) =>
    inTransaction((tx) => drawTeam(tx, team, now), drawTimeout),
  );
  await inTransaction(async (tx) => {
    for (const cycleId of await revealSeeds(tx, now))
      await recordEvents(tx, { actorId: null, at: now, cycleId }, [{ kind: "sample.revealed" }]);
  });
  return new Map(moved.flat());
}

async function drawTeam(tx: Tx, team: DueTeam, now: Date): Promise<[string, LetPass][]> {
  const locked = await lockTeam(tx, team);
  const due = await readDue(tx, now, locked);
  const seed = await readSeed(tx, team);
  const still = due.some(
    ({ cycleId, managerId }) => cycleId === team.cycleId && managerId === team.managerId,
  );
  if (!still || seed === null || seed.percent === null) return [];
  const percent = percentOf(seed.percent, seed.revealed);
  const waiting = await readPopulation(tx, locked);
  const drawn = await inTurn(populationsOf(waiting, seed.late), ({ appraisalId, scores }) =>
    writeDraw(tx, { ...team, appraisalId, percent, at: now }, seed, scores),
  );
  const sheets = [...new Set(waiting.map(({ appraisalId }) => appraisalId))];
  const passed = await inTurn(sheets, async (id) => {
    const own = drawn.flat().filter(({ appraisalId }) => appraisalId === id);
    return passOn(
      tx,
      id,
      own.map(({ valueKey }) => valueKey),
      now,
    );
  });
  return passed.flatMap((one) => (one === null ? [] : [one]));
}

/** Records the draw of one sheet, and lets it pass where HR has nothing to look at. */
async function passOn(
  tx: Tx,
  appraisalId: string,
  values: readonly string[],
  at: Date,
): Promise<[string, LetPass] | null> {
  const subject = await readSubject(tx, appraisalId);
  if (subject === null) return null;
  const { needs } = await readReview(tx, subject);
  const events = [{ kind: "sample.drawn" as const, values: [...values] }];
  if (staysWithHr(needs)) {
    const { cycleId, employeeId } = subject;
    await recordEvents(tx, { actorId: null, at, appraisalId, cycleId, employeeId }, events);
    return null;
  }
  const state = nextAfterReview(subject.state, needs);
  await followOn(tx, subject, at, { move: onward(subject, state), events });
  return [appraisalId, { version: subject.version + 1, state }];
}

/**
 * Draws at deadlines, which nobody's act marks, and what was left undone by a server that fell between a decision and its
 * draw. Several servers may do it at once: whoever comes second finds nothing due.
 */
export const keepDrawing = (): void => everyMinute("the draw", () => drawDue(clock.now()));
