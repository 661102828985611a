"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useForgetKept } from "@/components/ui/kept/kept";
import type { NotDone } from "@/lib/commands/client";
import type { FieldFault, Success } from "@/lib/errors/outcome";
import { useRefusalText } from "./use-refusal-text";

type Faults = Readonly<Record<string, FieldFault>>;

/** Not sent, as the page itself finds faults in it. */
interface Unsent {
  readonly ok: false;
  readonly code: "invalid_input";
  readonly fields: Faults;
}

export interface SendOptions<T, Input = unknown> {
  /** Finds all faults the page can see, by field, so that none waits for the server to look at another. */
  readonly check?: (input: Input) => Faults;
  readonly onDone?: (value: T) => void;
  /** When the page is read anew: once it is done, also when somebody else was faster, or never. */
  readonly refresh?: "done" | "always" | "never";
  /** The typed text that is forgotten once it is done: the `keep` of its dialog or the `form` of `Kept`. */
  readonly keeps?: string | undefined;
  /** Refusals this page has words of its own for. */
  readonly words?: Readonly<Partial<Record<NotDone["code"], string>>>;
}

export interface Sending<Input, T, Refused extends NotDone> {
  readonly pending: boolean;
  /** The last answer; null while the next is under way and once it was forgotten. */
  readonly answer: Success<T> | Refused | Unsent | null;
  /** Why it was refused, where no field can say it. */
  readonly problem: string | null;
  /** What is wrong with a field, until something is typed into the control of that name. */
  readonly errorOf: (field: string) => string | undefined;
  readonly send: (input: Input) => Promise<Success<T> | Refused | Unsent>;
  readonly forget: () => void;
}

/**
 * Sends something and keeps what came back. A second click while the first is on its way is given the same promise. What
 * was typed is never touched, so it stands there after every refusal.
 */
export function useSend<Input, T, Refused extends NotDone>(
  post: (input: Input) => Promise<Success<T> | Refused>,
  { onDone, refresh = "done", keeps, words = {}, check }: SendOptions<T, Input> = {},
): Sending<Input, T, Refused> {
  const router = useRouter();
  const { ofAnswer, ofFault } = useRefusalText();
  const forgetKept = useForgetKept();
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Success<T> | Refused | Unsent | null>(null);
  const running = useRef<Promise<Success<T> | Refused | Unsent> | null>(null);

  const run = async (input: Input) => {
    const faults = check?.(input) ?? noFaults;
    const unsent: Unsent = { ok: false, code: "invalid_input", fields: faults };
    const result = await (Object.keys(faults).length > 0 ? Promise.resolve(unsent) : post(input));
    running.current = null;
    setPending(false);
    setAnswer(result);
    if (shouldRefresh(result, refresh)) router.refresh();
    if (result.ok && keeps !== undefined) forgetKept(keeps);
    if (result.ok) onDone?.(result.value);
    return result;
  };
  const send = (input: Input) => {
    if (running.current !== null) return running.current;
    setPending(true);
    setAnswer(null);
    return (running.current = run(input));
  };

  const fields = answer === null || answer.ok ? noFaults : (answer.fields ?? noFaults);
  const mended = useMended(fields);
  const said = answer === null || answer.ok ? undefined : words[answer.code];
  return {
    pending,
    answer,
    problem: Object.keys(fields).length > 0 ? null : (said ?? ofAnswer(answer)),
    errorOf: (field) => (mended.has(field) ? undefined : ofFault(fields[field])),
    send,
    forget: () => setAnswer(null),
  };
}

const noFaults: Faults = {};
const nothing: ReadonlySet<string> = new Set();

/** The fields typed into since they were found at fault. A control bears the name of the field it fills. */
function useMended(faults: Faults): ReadonlySet<string> {
  const [mended, setMended] = useState({ faults, names: nothing });
  useEffect(() => {
    if (Object.keys(faults).length === 0) return undefined;
    const typed = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || target.ariaInvalid !== "true") return;
      const name = target.getAttribute("name");
      if (name === null) return;
      setMended((before) => ({
        faults,
        names: new Set(before.faults === faults ? [...before.names, name] : [name]),
      }));
    };
    document.addEventListener("input", typed);
    return () => document.removeEventListener("input", typed);
  }, [faults]);
  return mended.faults === faults ? mended.names : nothing;
}

function shouldRefresh(
  result: Success<unknown> | NotDone,
  refresh: NonNullable<SendOptions<unknown>["refresh"]>,
): boolean {
  if (result.ok) return refresh !== "never";
  return refresh === "always" && (result.code === "stale" || result.code === "already_done");
}
