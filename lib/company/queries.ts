import "server-only";
import { asHouse } from "@/lib/db/read";

let found = false;

/** Asked by the sign-in page of everybody; a company, once there, never goes away. */
export async function companyExists(): Promise<boolean> {
  found ||= (await asHouse("first_run", (tx) => tx.company.count())) > 0;
  return found;
}

let knownZone: string | undefined;

/** The company's zone, or undefined before there is a company. It is chosen once, at first run, so it is read once. */
export async function companyTimeZone(): Promise<string | undefined> {
  knownZone ??= (
    await asHouse("time_zone", (tx) => tx.company.findFirst({ select: { timeZone: true } }))
  )?.timeZone;
  return knownZone;
}
