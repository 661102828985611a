import { sessionPool } from "@/components/autosave/session-pool";
import type { SaveSession, Saving } from "@/components/autosave/session";
import type { Held, Kind } from "@/components/autosave/types";
import { postCommand } from "@/lib/commands/client";
import type { Preparation } from "@/lib/interview/types";

interface Prepared extends Omit<Preparation, "version"> {
  readonly key: string;
}

export const preparationKey = "preparation";
export const preparedParts = ["topics", "notes"] as const;

const preparedKind: Kind<Prepared> = {
  empty: (key) => ({ key, topics: "", notes: "" }),
  is: isPrepared,
  faultsIn: (fields) => fields,
};

function isPrepared(found: unknown): found is Prepared {
  if (typeof found !== "object" || found === null) return false;
  const named = new Map<string, unknown>(Object.entries(found));
  return ["key", ...preparedParts].every((name) => typeof named.get(name) === "string");
}

function heldIn({ version, topics, notes }: Preparation): Held<Prepared> {
  return { version, state: writing, values: [{ key: preparationKey, topics, notes }] };
}

/** A draft has no states: what ends the writing is a refusal. */
const writing = "writing";

const pool = sessionPool<Prepared>();

export function preparationFor(appraisalId: string, given: Preparation): SaveSession<Prepared> {
  const held = heldIn(given);
  return pool(`preparation:${appraisalId}`, held, {
    ...held,
    appraisalId,
    state: writing,
    kind: preparedKind,
    send: async ({ version, value: { topics, notes } }) => {
      const outlivesPage = document.visibilityState === "hidden";
      const input = { appraisalId, version, topics, notes };
      return saving(await postCommand("interview.prepare", input, { outlivesPage }));
    },
  });
}

type Answer = Awaited<ReturnType<typeof postCommand<"interview.prepare">>>;

function saving(answer: Answer): Saving<Prepared> {
  if (answer.ok || answer.code !== "stale") return answer;
  const found = answer.data?.preparation;
  return found === undefined
    ? { ok: false, code: "stale" }
    : { ok: false, code: "stale", data: heldIn(found) };
}
