"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Checkbox } from "@/components/ui/form/checkbox";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { Select } from "@/components/ui/form/select";
import type { DelegationPage, DeputyRoom } from "@/lib/delegation/types";
import { departmentText } from "@/lib/departments/rules";

interface Typed {
  readonly deputyId: string;
  readonly rooms: readonly DeputyRoom[];
  readonly scope: "all" | "named";
  readonly named: readonly string[];
  readonly from: string;
  readonly until: string;
}

const without = <T,>(all: readonly T[], one: T) => all.filter((other) => other !== one);

export function DeputyForm({ page }: { page: DelegationPage }) {
  const text = useTranslations("delegation");
  const toast = useToast();
  const { person, deputies, today } = page;
  const nothing: Typed = {
    ...{ deputyId: "", rooms: [], scope: "all", named: [], from: today, until: "" },
  };
  const [typed, setTyped] = useState(nothing);
  const change = (some: Partial<Typed>) => setTyped((before) => ({ ...before, ...some }));
  const naming = useCommand("delegation.name", {
    refresh: "always",
    onDone: () => {
      toast({ title: text("form.done") });
      setTyped(nothing);
    },
  });
  const { errorOf } = naming;
  if (deputies.length === 0) return <p>{text("form.nobody")}</p>;
  const { scope, named, ...given } = typed;
  const chosen = (ids: readonly { readonly id: string }[]) =>
    scope === "all" ? [] : ids.map(({ id }) => id).filter((id) => named.includes(id));
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-2">{text("form.rule")}</p>
      <Problem text={naming.problem ?? null} />
      <Field label={text("form.deputy")} error={errorOf("deputyId")} required>
        <Select
          name="deputyId"
          value={typed.deputyId}
          placeholder={text("form.choose")}
          onChange={(event) => change({ deputyId: event.target.value })}
          options={deputies.map(({ id, name, number, tie }) => ({
            value: id,
            label: text(`form.ties.${tie}`, { name, number }),
          }))}
        />
      </Field>
      <Rooms page={page} typed={typed} change={change} error={errorOf("rooms")} />
      <div className="grid gap-4 md:grid-cols-2">
        <Field label={text("form.from")} error={errorOf("from")} required>
          <DateInput
            name="from"
            value={typed.from}
            min={today}
            onChange={(event) => change({ from: event.target.value })}
          />
        </Field>
        <Field
          label={text("form.until")}
          hint={text("form.untilHint")}
          error={errorOf("until")}
          required
        >
          <DateInput
            name="until"
            value={typed.until}
            min={typed.from}
            onChange={(event) => change({ until: event.target.value })}
          />
        </Field>
      </div>
      <Scope page={page} typed={typed} change={change} error={errorOf("employeeIds")} />
      <div>
        <Button
          variant="primary"
          pending={naming.pending}
          onClick={() =>
            void naming.send({
              ...{ forId: person.id, ...given, rooms: [...given.rooms] },
              departmentIds: chosen(page.departments),
              employeeIds: chosen(page.people),
            })
          }
        >
          {text("form.submit")}
        </Button>
      </div>
      <p className="text-sm text-ink-2">{text("form.both")}</p>
    </div>
  );
}

interface PartProps {
  page: DelegationPage;
  typed: Typed;
  change: (some: Partial<Typed>) => void;
  error: string | undefined;
}

function Rooms({ page, typed, change, error }: PartProps) {
  const text = useTranslations("delegation");
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm text-ink-2">{text("form.rooms")}</legend>
      {page.rooms.map((room, index) => (
        <Checkbox
          key={room}
          name={room}
          label={text(`rooms.${room}`)}
          error={index === 0 ? error : undefined}
          checked={typed.rooms.includes(room)}
          onChange={({ currentTarget: { checked } }) =>
            change({ rooms: checked ? [...typed.rooms, room] : without(typed.rooms, room) })
          }
        />
      ))}
    </fieldset>
  );
}

function Scope({ page: { departments, people }, typed, change, error }: PartProps) {
  const text = useTranslations("delegation");
  const locale = useLocale();
  if (departments.length + people.length === 0)
    return <p className="text-sm text-ink-2">{text("form.holdsNothing")}</p>;
  const choices = [
    ...departments.map((one) => ({ id: one.id, label: departmentText(one, locale) })),
    ...people.map(({ id, name, number }) => ({ id, label: `${name} ${number}` })),
  ];
  return (
    <div className="grid gap-3">
      <RadioCards
        legend={text("form.scope")}
        name="scope"
        columns={2}
        error={error}
        value={typed.scope}
        onChange={({ target: { value } }) => change({ scope: value === "named" ? "named" : "all" })}
        options={[
          { value: "all", label: text("scope.all") },
          { value: "named", label: text("form.onlyNamed") },
        ]}
      />
      {typed.scope === "all" ? null : (
        <div className="grid gap-x-5 gap-y-2 md:grid-cols-2">
          {choices.map(({ id, label }) => (
            <Checkbox
              key={id}
              name={id}
              label={<bdi>{label}</bdi>}
              checked={typed.named.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                change({ named: checked ? [...typed.named, id] : without(typed.named, id) })
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}
