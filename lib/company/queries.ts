import "server-only";
import { database } from "@/lib/db/client";

let found = false;

/** Asked by the sign-in page of everybody; a company, once there, never goes away. */
export async function companyExists(): Promise<boolean> {
  found ||= (await database().company.count()) > 0;
  return found;
}
