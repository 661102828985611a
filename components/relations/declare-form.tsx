"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { TextInput } from "@/components/ui/form/text-input";
import { relationKinds, type RelationKind } from "@/lib/relations/types";

interface Typed {
  readonly personNumber: string;
  readonly otherNumber: string;
  readonly kind: RelationKind;
}

const nothing: Typed = { personNumber: "", otherNumber: "", kind: "kin" };

export function DeclareForm({ ofAll }: { ofAll: boolean }) {
  const text = useTranslations("relations");
  const toast = useToast();
  const [typed, setTyped] = useState(nothing);
  const declaring = useCommand("relations.declare", {
    refresh: "always",
    onDone: ({ moved, runs }) => {
      toast({ title: runs ? text("form.done", { moved }) : text("form.recorded") });
      setTyped(nothing);
    },
  });
  const { errorOf } = declaring;
  const number = (name: "personNumber" | "otherNumber") => (
    <TextInput
      name={name}
      value={typed[name]}
      onChange={(event) => setTyped((before) => ({ ...before, [name]: event.target.value }))}
      list="person-suggestions"
      autoComplete="off"
    />
  );
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-2">{text(ofAll ? "form.noteHr" : "form.note")}</p>
      <Problem text={declaring.problem ?? null} />
      {ofAll ? (
        <Field
          label={text("form.person")}
          hint={text("form.personHint")}
          error={errorOf("personNumber")}
          optional
        >
          {number("personNumber")}
        </Field>
      ) : null}
      <Field label={text("form.other")} error={errorOf("otherNumber")} required>
        {number("otherNumber")}
      </Field>
      <RadioCards
        legend={text("form.kind")}
        name="kind"
        columns={2}
        value={typed.kind}
        onChange={({ target: { value } }) =>
          setTyped((before) => ({
            ...before,
            kind: relationKinds.find((kind) => kind === value) ?? before.kind,
          }))
        }
        options={relationKinds.map((kind) => ({ value: kind, label: text(`kinds.${kind}`) }))}
      />
      <div>
        <Button
          variant="primary"
          pending={declaring.pending}
          onClick={() => void declaring.send(typed)}
        >
          {text("form.submit")}
        </Button>
      </div>
    </div>
  );
}
