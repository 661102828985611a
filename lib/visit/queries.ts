import "server-only";
import { cache } from "react";
import { deputyRooms, isDeputyIn, isHrPartner, type Actor } from "@/lib/authz/actor";
import { currentToken, leadToSignIn, readActorAnd } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { read } from "@/lib/db/read";
import { countTurns, roomsFound } from "./store";
import type { PausedQuarter, Rooms, Waiting } from "./types";

/** The gate of every page: who asks, and which rooms there are for them. */

/** Who opened a page, and which rooms the navigation offers them. */
interface Visit {
  readonly actor: Actor;
  readonly rooms: Rooms;
  readonly pauses: readonly PausedQuarter[];
}

/** Both in one round trip, for every page asks for both; null without a live session. */
export async function readVisit(token: string, now: Date): Promise<Visit | null> {
  const read = await readActorAnd(token, now, (asking) => roomsFound(asking, now));
  if (read === null) return null;
  const { actor, also: found } = read;
  const rooms: Rooms = {
    quarter: found.quarter,
    ownAppraisalId: found.ownAppraisalId,
    // A deputy's rooms are offered while they stand in, be there work in them or not.
    managerScoring: found.managerScoring || isDeputyIn("manager", actor),
    // HR does what no second level is there to do, so its partners find the room even while there is nothing in it.
    secondLevel: found.secondLevel || isHrPartner(actor) || isDeputyIn("second_level", actor),
    hrAudit: found.hrAudit || isHrPartner(actor) || isDeputyIn("hr", actor),
    approvals: found.approvals || isDeputyIn("approver", actor),
    administration: actor.isHrAdmin,
    handOver: actor.isHrAdmin || isHrPartner(actor),
    fallen: found.fallen,
  };
  const pauses = found.pauses.map((one) => ({ ...one, since: new Date(one.since) }));
  return { actor, rooms, pauses };
}

/** Read once per request, for the layout and its pages; leads to the sign-in and back here afterwards. */
export const requireVisit: () => Promise<Visit> = cache(async () => {
  const token = await currentToken();
  const visit = token === null ? null : await readVisit(token, clock.now());
  return visit ?? leadToSignIn();
});

/** For pages: who opened it. */
export async function requireActor(): Promise<Actor> {
  return (await requireVisit()).actor;
}

/**
 * For a deputy, in each room where they stand in: what waits for themselves, and for each of those they stand in for, be it
 * nothing. Nobody else is counted anything on every page.
 */
export async function readWaiting(actor: Actor, now: Date): Promise<Waiting[]> {
  const { deputyFor = [] } = actor;
  const rooms = deputyRooms.filter((room) => isDeputyIn(room, actor));
  if (rooms.length === 0) return [];
  const found = await read(actor, (tx) => countTurns(tx, actor, rooms, now));
  return rooms.flatMap((room) => {
    const absent = deputyFor.filter((one) => one.rooms.includes(room));
    const names = [null, ...new Set(absent.map(({ forName }) => forName))];
    return names.map((forName) => {
      const here = found.find((one) => one.room === room && one.forName === forName);
      return { room, forName, count: here?.count ?? 0 };
    });
  });
}

/** Read once per request, for the layout and its pages. */
export const requireWaiting: () => Promise<Waiting[]> = cache(async () =>
  readWaiting(await requireActor(), clock.now()),
);
