"use client";

import { type SubmitEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Answer } from "@/lib/commands/client";
import type { FieldFault } from "@/lib/errors/outcome";
import { useRefusalText } from "./use-refusal-text";

interface FormOptions<Input, T> {
  /** What the fields hold, as the command wants it. Missing fields read as empty text. */
  read: (field: (name: string) => string) => Input;
  send: (input: Input) => Promise<Answer<T>>;
  onDone: (value: T) => void;
}

/**
 * A plain form that sends one command. The inputs keep what was typed because nothing resets them; after a refusal the
 * first field with a fault takes the focus.
 */
export function useForm<Input, T>({ read, send, onDone }: FormOptions<Input, T>) {
  const form = useRef<HTMLFormElement>(null);
  const running = useRef(false);
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const { ofAnswer, ofFault } = useRefusalText();

  useEffect(() => {
    if (answer?.ok === false)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [answer]);

  const submit = useCallback(
    async (event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault();
      if (running.current) return;
      running.current = true;
      setPending(true);
      const data = new FormData(event.currentTarget);
      const result = await send(read((name) => textOf(data.get(name))));
      running.current = false;
      setPending(false);
      setAnswer(result);
      if (result.ok) onDone(result.value);
    },
    [read, send, onDone],
  );

  const faults = faultsOf(answer);
  return {
    pending,
    /** Spread onto the form element. */
    formProps: {
      ref: form,
      // Sent before the page has come alive, a form without it would put its fields, a password too, into the address.
      method: "post" as const,
      noValidate: true,
      onSubmit: (event: SubmitEvent<HTMLFormElement>) => void submit(event),
    },
    errorOf: (field: string) => ofFault(faults[field]),
    /** Takes the refusal away once it is settled. */
    forget: () => setAnswer(null),
    /** What cannot stand at a field. */
    problem: Object.keys(faults).length > 0 ? null : ofAnswer(answer),
  };
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}

function faultsOf(
  answer: Answer<unknown> | null,
): Readonly<Record<string, FieldFault | undefined>> {
  return answer !== null && "fields" in answer ? (answer.fields ?? {}) : {};
}
