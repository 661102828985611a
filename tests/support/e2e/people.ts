import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const list = z
  .array(z.looseObject({ key: z.string(), name: z.string(), number: z.string() }))
  .parse(JSON.parse(readFileSync(path.resolve("prisma/seed/data/people.json"), "utf8")));

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly number: string;
}

/** Somebody of the demo company by the key of prisma/seed/data/people.json, e.g. `zhou.ning`. */
export function personOf(key: string): DemoPerson {
  const found = list.find((person) => person.key === key);
  if (found === undefined) throw new Error(`nobody is called ${key}`);
  return found;
}
