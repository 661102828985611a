"use client";

import type { SubmitEvent } from "react";

/** What a field of the form holds; one that is missing reads as empty text. */
export type ReadField = (name: string) => string;

/**
 * A plain form that sends what its fields hold: spread onto the form element. The inputs keep what was typed because
 * nothing resets them; after a refusal the first field with a fault takes the focus (`useFirstFault`).
 */
export function useForm<Input>(
  { send }: { readonly send: (input: Input) => Promise<unknown> },
  read: (field: ReadField) => Input,
) {
  return {
    // Sent before the page has come alive, a form without it would put its fields, a password too, into the address.
    method: "post" as const,
    noValidate: true,
    onSubmit: (event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget);
      void send(read((name) => textOf(data.get(name))));
    },
  };
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
