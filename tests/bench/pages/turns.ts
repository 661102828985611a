import type pg from "pg";
import { z } from "zod";
import type { Contestant } from "./contestants";
import { cpuOf, parentOf } from "./cpu";

export interface Cost {
  readonly contestant: Contestant;
  readonly requests: number;
  /** Milliseconds of CPU a request. */
  readonly server: number;
  readonly postgres: number;
  /** Statements a request, without the frame of transactions. */
  readonly statements: number;
  readonly frame: number;
  readonly body: string;
}

export interface Turns {
  readonly contestants: readonly Contestant[];
  /** Connected to another database than the one counted. */
  readonly counter: pg.Client;
  readonly database: string;
  readonly postmaster: number;
}

interface Plan {
  readonly requests: number;
  readonly rounds: number;
  readonly warmUps: number;
}

const backend = z.object({ pid: z.number() });

/** The process all others of the server are children of. */
export async function postmasterOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
  return parentOf(backend.parse(rows[0]).pid);
}

const countsSchema = z.object({ statements: z.coerce.number(), frame: z.coerce.number() });

async function countsOf({ counter, database }: Turns) {
  const { rows } = await counter.query(
    `SELECT coalesce(sum(calls) FILTER (WHERE NOT framing), 0) AS statements,
      coalesce(sum(calls) FILTER (WHERE framing), 0) AS frame
    FROM (
      SELECT s.calls, s.query ~* '^(begin|commit|rollback)' AS framing
      FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = $1
    ) s`,
    [database],
  );
  return countsSchema.parse(rows[0]);
}

async function reading(turns: Turns, pid: number) {
  const counts = await countsOf(turns);
  return { ...counts, server: cpuOf(pid), postgres: cpuOf(turns.postmaster) };
}

const nothing = { requests: 0, server: 0, postgres: 0, statements: 0, frame: 0, body: "" };

async function turnOf(turns: Turns, contestant: Contestant, requests: number) {
  const { pid } = contestant.site;
  const before = await reading(turns, pid);
  let body = "";
  for (let sent = 0; sent < requests; sent += 1) body = await contestant.send();
  const after = await reading(turns, pid);
  return {
    requests,
    server: after.server - before.server,
    postgres: after.postgres - before.postgres,
    statements: after.statements - before.statements,
    frame: after.frame - before.frame,
    body,
  };
}

/** Everybody has a turn in every round, so that a busy minute of the machine falls on all of them. */
export async function takeTurns(
  turns: Turns,
  plan: Plan,
  note: (text: string) => void,
): Promise<Cost[]> {
  const sums = new Map(turns.contestants.map((contestant) => [contestant, nothing]));
  for (let round = 1; round <= plan.warmUps + plan.rounds; round += 1) {
    note(`${round} / ${plan.warmUps + plan.rounds}`);
    for (const [contestant, sum] of sums) {
      const turn = await turnOf(turns, contestant, plan.requests);
      if (round <= plan.warmUps) continue;
      sums.set(contestant, {
        requests: sum.requests + turn.requests,
        server: sum.server + turn.server,
        postgres: sum.postgres + turn.postgres,
        statements: sum.statements + turn.statements,
        frame: sum.frame + turn.frame,
        body: turn.body,
      });
    }
  }
  return [...sums].map(([contestant, sum]) => ({
    ...sum,
    contestant,
    server: sum.server / sum.requests,
    postgres: sum.postgres / sum.requests,
    statements: sum.statements / sum.requests,
    frame: sum.frame / sum.requests,
  }));
}
