"use client";

import { useCallback, useRef, useState } from "react";
import { postCommand, type Answer } from "@/lib/commands/client";
import type { CommandName } from "@/lib/commands/names";

export interface UseCommand<T> {
  readonly pending: boolean;
  /** The last answer, cleared when a new command is sent. */
  readonly answer: Answer<T> | null;
  readonly send: (input: unknown) => Promise<Answer<T>>;
}

/** One command of one form. A second click while the first is on its way is ignored by giving the same promise. */
export function useCommand<T>(name: CommandName): UseCommand<T> {
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const running = useRef<Promise<Answer<T>> | null>(null);

  const send = useCallback(
    (input: unknown): Promise<Answer<T>> => {
      if (running.current !== null) return running.current;
      setPending(true);
      setAnswer(null);
      const sent = postCommand<T>(name, input).then((result) => {
        running.current = null;
        setPending(false);
        setAnswer(result);
        return result;
      });
      running.current = sent;
      return sent;
    },
    [name],
  );

  return { pending, answer, send };
}
