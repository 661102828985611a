import { isRefusalCode } from "@/lib/errors/codes";
import type { AnyOutcome, AnyRefusal, FieldFault, Success } from "@/lib/errors/outcome";
import type {
  CommandAnswer,
  CommandInput,
  CommandName,
  CommandOutcome,
  CommandRefusal,
} from "./contract";

interface Local<Code extends string> {
  readonly ok: false;
  readonly code: Code;
  readonly fields?: Readonly<Record<string, FieldFault>>;
  readonly data?: never;
}

/** The browser's own refusals: the server gave no answer, so the same may be sent again. */
export type NoAnswer = Local<"offline" | "unavailable">;

/** Nothing was sent, because what it builds on could not be saved. */
export type Unsaved = Local<"unsaved">;

export type NotDone = AnyRefusal | NoAnswer | Unsaved;

/** What comes back from any door. */
export type Reply<T> = Success<T> | NotDone;

export type CommandNotDone<Name extends CommandName> = CommandRefusal<Name> | NoAnswer;

/** What comes back for one command. */
export type CommandResult<Name extends CommandName> =
  Success<CommandAnswer<Name>> | CommandNotDone<Name>;

interface Posting {
  /** Goes on when the page is left before the answer; browsers refuse it to more than 64 KiB. */
  readonly outlivesPage?: boolean;
}

/** Characters of a text that surely fits into 64 KiB: none takes more than three bytes for each of its units. */
const OUTLIVING_LIMIT = 20_000;

/** Sends one command as JSON. Never throws. */
export function postCommand<Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
  how: Posting = {},
): Promise<CommandResult<Name>> {
  return postJson<CommandOutcome<Name>>(`/api/commands/${name}`, input, how);
}

/** Sends to one of our own doors, which answer with outcomes. Never throws. */
export async function postJson<Given extends AnyOutcome>(
  path: string,
  input: unknown,
  { outlivesPage = false }: Posting = {},
): Promise<Given | NoAnswer> {
  const body = JSON.stringify(input);
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      credentials: "same-origin",
      keepalive: outlivesPage && body.length <= OUTLIVING_LIMIT,
    });
    const answer: unknown = await response.json().catch(() => null);
    return isOutcome<Given>(answer) ? answer : { ok: false, code: "unavailable" };
  } catch {
    return { ok: false, code: "offline" };
  }
}

/** A proxy that answers for a server that is away sends a page. What an outcome holds, the contract says. */
function isOutcome<Given extends AnyOutcome>(
  answer: unknown,
): answer is Extract<Given, AnyOutcome> {
  if (typeof answer !== "object" || answer === null || !("ok" in answer)) return false;
  if (answer.ok === true) return "value" in answer;
  return "code" in answer && typeof answer.code === "string" && isRefusalCode(answer.code);
}
