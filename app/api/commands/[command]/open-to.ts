import { z } from "zod";
import type { Verb } from "@/lib/appraisal/permissions";
import { mayAttempt } from "@/lib/appraisal/queries";
import type { OpenTo } from "./command";

const named = z.object({ appraisalId: z.guid() });
const listed = z.object({ items: z.array(z.unknown()) });

/** The appraisal a body is about, the first where it is about several; null where it names none. */
export function appraisalIn(body: unknown): string | null {
  const several = listed.safeParse(body);
  const one = named.safeParse(several.success ? several.data.items[0] : body);
  return one.success ? one.data.appraisalId : null;
}

/** For whoever has a standing that gives the verb. */
export function onAppraisal(verb: Verb): OpenTo {
  return (actor, body) => mayAttempt(actor, verb, appraisalIn(body));
}

export const everybody: OpenTo = () => true;
