"use client";
import { useState, type ChangeEvent } from "react";
import type { ExtensionPreview } from "@/lib/cycle/types";

type Answer = { readonly ok: true; readonly value: ExtensionPreview } | { readonly ok: false };

interface Steps<Input> {
  readonly look: (input: Input) => Promise<Answer>;
  readonly confirm: (input: Input) => Promise<{ readonly ok: boolean }>;
}

/**
 * A form that is sent twice: first to look at what it would do, then, while nothing but the reason was changed since, to do
 * it.
 */
export function usePreviewed<Input>({ look, confirm }: Steps<Input>) {
  const [preview, setPreview] = useState<ExtensionPreview | null>(null);
  const send = async (input: Input) => {
    if (preview === null) {
      const seen = await look(input);
      if (seen.ok) setPreview(seen.value);
      return;
    }
    const done = await confirm(input);
    if (!done.ok) setPreview(null);
  };
  const onChange = ({ target }: ChangeEvent<HTMLFormElement>) => {
    if (!(target instanceof HTMLTextAreaElement)) setPreview(null);
  };
  return { preview, send, onChange };
}
