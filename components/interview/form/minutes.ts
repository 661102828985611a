import { sessionPool } from "@/components/autosave/session-pool";
import type { SaveSession, Saving } from "@/components/autosave/session";
import type { Held, Kind } from "@/components/autosave/types";
import { postCommand } from "@/lib/commands/client";
import type { InterviewDraft, InterviewForm } from "@/lib/interview/types";

/** The minutes are saved as a whole. */
export interface Minutes extends InterviewForm {
  readonly key: string;
}

export type MinutesSession = SaveSession<Minutes>;

export const minutesKey = "minutes";

const blank = { good: "", short: "", direction: "", deductions: "", minutes: "", heldOn: "" };
const texts = Object.keys(blank);

const minutesKind: Kind<Minutes> = {
  empty: (key) => ({ key, ...blank, told: [] }),
  is: isMinutes,
  faultsIn: (fields) => fields,
};

function isMinutes(found: unknown): found is Minutes {
  if (typeof found !== "object" || found === null || !("told" in found)) return false;
  const named = new Map<string, unknown>(Object.entries(found));
  return (
    Array.isArray(found.told) &&
    ["key", ...texts].every((name) => typeof named.get(name) === "string")
  );
}

/** A draft has no states: what ends the writing is a refusal. */
const writing = "writing";

const pool = sessionPool<Minutes>();

export function heldIn({ version, form }: InterviewDraft): Held<Minutes> {
  return { version, state: writing, values: [{ key: minutesKey, ...form }] };
}

export function minutesFor(appraisalId: string, draft: InterviewDraft): MinutesSession {
  const held = heldIn(draft);
  return pool(`minutes:${appraisalId}`, held, {
    ...held,
    appraisalId,
    state: writing,
    kind: minutesKind,
    send: async ({ version, value: { key: _, ...form } }) => {
      const outlivesPage = document.visibilityState === "hidden";
      const input = { appraisalId, version, ...form };
      return saving(await postCommand("interview.save", input, { outlivesPage }));
    },
  });
}

type Answer = Awaited<ReturnType<typeof postCommand<"interview.save">>>;

function saving(answer: Answer): Saving<Minutes> {
  if (answer.ok || answer.code !== "stale") return answer;
  const draft = answer.data?.draft;
  return draft === undefined
    ? { ok: false, code: "stale" }
    : { ok: false, code: "stale", data: heldIn(draft) };
}
