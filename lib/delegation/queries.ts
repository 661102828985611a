import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { readTimeZone } from "@/lib/company/store";
import { Prisma } from "@/lib/db/generated/client";
import { read } from "@/lib/db/read";
import { dayIn } from "@/lib/i18n/zone";
import { mayDelegateFor } from "./permissions";
import { tieOf } from "./rules";
import { near, readAbsent, readActs, readDelegations, readDeputies, readScope } from "./store";
import { deputyRooms, type DelegationPage, type DelegationRow } from "./types";

/** Null for whoever may not know. */
export function readDelegationPage(
  actor: Actor,
  personId: string,
  now: Date,
): Promise<DelegationPage | null> {
  return read(actor, async (tx) => {
    if (!mayDelegateFor(actor, personId)) return null;
    const absent = await readAbsent(tx, personId);
    if (absent === null) return null;
    const timeZone = await readTimeZone(tx);
    const deputies = await readDeputies(tx, near(absent));
    const { id, name, number, isPartner } = absent;
    return {
      person: { id, name, number },
      own: personId === actor.employeeId,
      rooms: deputyRooms.filter((room) => room !== "hr" || isPartner),
      deputies: deputies.flatMap((deputy) => {
        const tie = tieOf({ absent, deputy, absentManagerId: absent.managerId });
        return tie === null
          ? []
          : [{ id: deputy.id, name: deputy.name, number: deputy.number, tie }];
      }),
      ...(await readScope(tx, personId)),
      given: await readDelegations(tx, Prisma.sql`g.for_id = ${personId}::uuid`, now),
      taken: await readDelegations(tx, Prisma.sql`g.deputy_id = ${personId}::uuid`, now),
      acts: await readActs(tx, personId, actor.employeeId),
      today: dayIn(now, timeZone),
    };
  });
}

/** What runs or is to come in the whole company, for HR; nothing for anybody else. */
export function readRunning(actor: Actor, now: Date): Promise<DelegationRow[]> {
  if (!actor.isHrAdmin) return Promise.resolve([]);
  const some = Prisma.sql`g.ended_at IS NULL AND g.ends_at > ${now}::timestamptz`;
  return read(actor, (tx) => readDelegations(tx, some, now));
}
