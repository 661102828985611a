import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import { may, relationsFor, type Verb } from "./permissions";
import { readSubject, standsAnywhere } from "./store";

/**
 * Whether something that cannot be carried out as it was sent may at least be answered with what is wrong with it: to
 * whoever has a standing to the appraisal it names, or, where it names none, to some appraisal.
 */
export function mayAttempt(actor: Actor, verb: Verb, appraisalId: string | null): Promise<boolean> {
  return read(actor, async (tx) => {
    if (appraisalId === null) return standsAnywhere(tx, actor, relationsFor(verb));
    const subject = await readSubject(tx, appraisalId);
    if (subject === null) return false;
    const allowed = may(actor, verb, subject);
    return allowed.ok || allowed.code === "wrong_state";
  });
}
