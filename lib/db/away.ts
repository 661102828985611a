import { DatabaseAway } from "@/lib/errors/away";
import { isAway } from "./error-codes";

/** Every door goes through here, so that whoever answers need not know how Prisma and its driver say it. */
export async function namingAbsence<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isAway(error) ? new DatabaseAway(error) : error;
  }
}
