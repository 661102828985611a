import type { Outcome } from "@/lib/errors/outcome";
import type { CommandName } from "./names";

/** `offline` is the browser's own answer: nothing reached the server, so the same command may be sent again. */
export type Answer<T> = Outcome<T> | { readonly ok: false; readonly code: "offline" };

/** Sends one command as JSON. Never throws. */
export async function postCommand<T>(
  name: CommandName,
  input: unknown,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/commands/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(input),
      credentials: "same-origin",
      ...(signal === undefined ? {} : { signal }),
    });
    const answer: Outcome<T> = await response.json();
    return answer;
  } catch {
    return { ok: false, code: "offline" };
  }
}
