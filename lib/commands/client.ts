import { isRefusalCode } from "@/lib/errors/codes";
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
    const answer: unknown = await response.json().catch(() => null);
    return isOutcome<T>(answer) ? answer : { ok: false, code: "unavailable" };
  } catch {
    return { ok: false, code: "offline" };
  }
}

/** A proxy that answers for a server that is away sends a page, not an outcome. */
export function isOutcome<T>(answer: unknown): answer is Outcome<T> {
  if (typeof answer !== "object" || answer === null || !("ok" in answer)) return false;
  if (answer.ok === true) return "value" in answer;
  return "code" in answer && typeof answer.code === "string" && isRefusalCode(answer.code);
}
