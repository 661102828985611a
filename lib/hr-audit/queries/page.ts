import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { readWaitingTeams } from "@/lib/sample/queries";
import type { AuditFilter } from "../schema";
import { progressPage, readCyclesInCharge } from "./progress";
import { readQueue } from "./queue";
import { readStuck } from "./stuck";

/** Everything the audit room shows: of the cycle asked for, or of every open one. Progress is always one cycle's: the newest that has begun. */
export async function readAuditPage(actor: Actor, asked: AuditFilter, now: Date) {
  const found = await readCyclesInCharge(actor, now);
  const cycles = found.map(({ cycle }) => cycle);
  const filter = { ...asked, cycle: cycles.find(({ id }) => id === asked.cycle)?.id };
  const shown = cycles.find(({ id }) => id === filter.cycle);
  const running = shown ?? cycles.find(({ begun }) => begun) ?? cycles[0] ?? null;
  const units = found.find(({ cycle }) => cycle === running)?.units ?? [];
  const progress = progressPage(units, asked.units);
  const [queue, stuck, waiting] = await Promise.all([
    readQueue(actor, filter, now),
    readStuck(actor, filter, now),
    readWaitingTeams(actor, filter.cycle),
  ]);
  return { cycles, filter, queue, progress, running, stuck, waiting };
}
