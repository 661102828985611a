"use client";

import { useState } from "react";
import type { NoAnswer } from "@/lib/commands/client";
import type { RefusalCode } from "@/lib/errors/codes";
import type { Refusal } from "@/lib/errors/outcome";
import { useForm } from "./use-form";
import type { Sending } from "./use-send";

/** What a form was filled from. Every field is text; a checkbox is "on" or "". */
export type Values<Name extends string> = Readonly<Record<Name, string>>;

interface Base<Name extends string> {
  readonly version: number;
  readonly values: Values<Name>;
}

type Others = Exclude<RefusalCode, "stale" | "too_many_attempts" | "unavailable" | "unexpected">;

type Refused<Name extends string> =
  | Refusal<
      Readonly<Record<Others, unknown>> & {
        readonly stale: { readonly version: number; readonly current: Values<Name> };
      }
    >
  | NoAnswer;

export interface Conflict<Name extends string> {
  readonly fields: readonly { readonly name: Name; readonly mine: string; readonly now: string }[];
  /** What stands there now, with my changes on top; nothing is saved yet. */
  readonly keep: () => void;
  readonly discard: () => void;
}

/**
 * A form of something others may change meanwhile: a stale save shows both sides and keeps what was typed. What it was
 * filled from is taken over once: what arrives later by itself must not pass for what was edited.
 */
export function useVersionedForm<Name extends string>(
  names: readonly Name[],
  given: Base<Name>,
  sending: Sending<Base<Name>, { readonly version: number }, Refused<Name>>,
) {
  const [base, setBase] = useState(given);
  const [shown, setShown] = useState({ generation: 0, values: given.values });
  const [clash, setClash] = useState<{ mine: Values<Name>; now: Base<Name> } | null>(null);
  const send = async ({ version, values }: Base<Name>) => {
    setClash(null);
    const answer = await sending.send({ version, values });
    if (answer.ok) setBase({ version: answer.value.version, values });
    else if (answer.code === "stale" && answer.data !== undefined)
      setClash({
        mine: values,
        now: { version: answer.data.version, values: answer.data.current },
      });
    return answer;
  };
  const formProps = useForm({ send }, (field) => ({
    version: base.version,
    values: valuesOf(names, field),
  }));
  const settle = (now: Base<Name>, values: Values<Name>) => {
    setBase(now);
    setShown(({ generation }) => ({ generation: generation + 1, values }));
    setClash(null);
    sending.forget();
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
  return { formProps, shown, conflict };
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
