"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/form/checkbox";
import type { CommandResult } from "@/lib/commands/client";
import type { PersonLink } from "@/lib/people/types";

export interface Confirm {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

interface KnownPersonProps {
  person: PersonLink;
  /** They have left: reinstating them may be what is meant. */
  left: boolean;
  /** Offered where two numbers may belong to two people. */
  confirm?: Confirm | undefined;
}

export type Answer = CommandResult<"people.create"> | CommandResult<"people.change"> | null;

/** What to show below which field, when a save was refused because of somebody who is there. */
export function knownBy(
  answer: Answer,
  confirm: (personId: string) => Confirm,
): Readonly<Partial<Record<"number" | "email", ReactNode>>> {
  if (answer === null || answer.ok || answer.code !== "duplicate") return {};
  if (answer.data === undefined) return {};
  const { person } = answer.data;
  const field = answer.fields?.["email"] === undefined ? "number" : "email";
  const code = answer.fields?.["number"]?.code;
  const asks = code === "zeros_differ";
  const left = code === "number_of_leaver";
  return {
    [field]: (
      <KnownPerson person={person} left={left} confirm={asks ? confirm(person.id) : undefined} />
    ),
  };
}

/** Below a field that named somebody known: the way to them, in a tab of its own so that what was typed stays. */
function KnownPerson({ person, left, confirm }: KnownPersonProps) {
  const text = useTranslations("people.form");
  return (
    <div className="grid gap-2 text-sm">
      <a href={`/people/${person.id}`} target="_blank" rel="noreferrer" className="link">
        {text(left ? "openLeaver" : "openKnown", { name: person.name, number: person.number })}
      </a>
      {confirm === undefined ? null : (
        <Checkbox
          name="otherThan"
          label={text("otherPerson", { name: person.name })}
          checked={confirm.checked}
          onChange={(event) => confirm.onChange(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}
