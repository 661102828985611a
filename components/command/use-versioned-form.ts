"use client";

import { useState } from "react";
import type { Answer } from "@/lib/commands/client";
import { useForm } from "./use-form";

/** What a form was filled from. Every field is text; a checkbox is "on" or "". */
export type Values<Name extends string> = Readonly<Record<Name, string>>;

interface Base<Name extends string> {
  readonly version: number;
  readonly values: Values<Name>;
}

interface VersionedFormOptions<Name extends string, T extends { readonly version: number }> {
  names: readonly Name[];
  /** Taken over once: what arrives later by itself must not pass for what was edited. */
  base: Base<Name>;
  send: (values: Values<Name>, version: number) => Promise<Answer<T>>;
  onDone: (value: T) => void;
}

export interface Conflict<Name extends string> {
  readonly fields: readonly { readonly name: Name; readonly mine: string; readonly now: string }[];
  /** What stands there now, with my changes on top; nothing is saved yet. */
  readonly keep: () => void;
  readonly discard: () => void;
}

/** A form of something others may change meanwhile: a stale save shows both sides and keeps what was typed. */
export function useVersionedForm<Name extends string, T extends { readonly version: number }>({
  names,
  base: given,
  send,
  onDone,
}: VersionedFormOptions<Name, T>) {
  const [base, setBase] = useState(given);
  const [shown, setShown] = useState({ generation: 0, values: given.values });
  const [clash, setClash] = useState<{ mine: Values<Name>; now: Base<Name> } | null>(null);
  const form = useForm({
    read: (field) => valuesOf(names, field),
    send: async (mine) => {
      setClash(null);
      const answer = await send(mine, base.version);
      if (answer.ok) setBase({ version: answer.value.version, values: mine });
      else if (answer.code === "stale") setClash(clashOf(names, mine, answer.data));
      return answer;
    },
    onDone,
  });
  const settle = (now: Base<Name>, values: Values<Name>) => {
    setBase(now);
    setShown(({ generation }) => ({ generation: generation + 1, values }));
    setClash(null);
    form.forget();
  };
  const conflict: Conflict<Name> | null = clash && {
    fields: names
      .map((name) => ({ name, mine: clash.mine[name], now: clash.now.values[name] }))
      .filter(({ mine, now }) => mine !== now),
    keep: () => {
      const merged = valuesOf(names, (name) =>
        clash.mine[name] === base.values[name] ? clash.now.values[name] : clash.mine[name],
      );
      settle(clash.now, merged);
    },
    discard: () => settle(clash.now, clash.now.values),
  };
  /** The fields start from `shown`; its generation is their key, as a settled conflict fills them anew. */
  return { ...form, shown, conflict };
}

function valuesOf<Name extends string>(
  names: readonly Name[],
  read: (name: Name) => string,
): Values<Name> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) found[name] = read(name);
  return complete(names, found);
}

function complete<Name extends string>(
  names: readonly Name[],
  found: Partial<Record<Name, string>>,
): Values<Name> {
  const isComplete = (values: Partial<Record<Name, string>>): values is Record<Name, string> =>
    names.every((name) => values[name] !== undefined);
  if (!isComplete(found)) throw new Error("a field is missing");
  return found;
}

function clashOf<Name extends string>(
  names: readonly Name[],
  mine: Values<Name>,
  data: unknown,
): { mine: Values<Name>; now: Base<Name> } | null {
  if (typeof data !== "object" || data === null || !("version" in data && "current" in data))
    return null;
  const { version, current } = data;
  if (typeof version !== "number" || typeof current !== "object" || current === null) return null;
  const now = new Map<string, unknown>(Object.entries(current));
  const textOf = (name: Name) => {
    const value = now.get(name);
    return typeof value === "string" ? value : "";
  };
  return { mine, now: { version, values: valuesOf(names, textOf) } };
}
