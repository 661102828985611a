"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormProblem } from "@/components/command/form-problem";
import { useSend } from "@/components/command/use-send";
import { useVersionedForm, type Values } from "@/components/command/use-versioned-form";
import { TouchedSheets } from "@/components/hand-over/touched-sheets";
import { useTouched } from "@/components/hand-over/use-touched";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Kept } from "@/components/ui/kept/kept";
import { postCommand } from "@/lib/commands/client";
import { departmentOptions } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";
import { personStatuses, presentStatuses, type PersonLink } from "@/lib/people/types";
import type { PersonDetail } from "@/lib/people/types";
import { PersonFields, personFieldNames, type PersonFieldName } from "./person-fields";
import { PersonSuggestions } from "./person-suggestions";
import { HireAhead, dayAhead } from "./hire-ahead";
import { knownBy } from "./known-person";

interface PersonFormProps {
  /** Null for somebody new. */
  person: PersonDetail | null;
  departments: readonly DepartmentNode[];
  suggestions: readonly PersonLink[];
}

function valuesOf(person: PersonDetail | null): Record<PersonFieldName, string> {
  return {
    number: person?.number ?? "",
    name: person?.name ?? "",
    email: person?.email ?? "",
    jobTitle: person?.jobTitle ?? "",
    departmentId: person?.department.id ?? "",
    managerNumber: person?.manager?.number ?? "",
    hireDate: person?.hireDate ?? "",
    status: person?.status ?? "active",
  };
}

/** The form offers no other status. */
function fieldsOf({ status, ...texts }: Values<PersonFieldName>) {
  return { ...texts, status: presentStatuses.find((known) => known === status) ?? "active" };
}

const labels = {
  number: "number",
  name: "name",
  email: "email",
  jobTitle: "jobTitle",
  departmentId: "department",
  managerNumber: "manager",
  hireDate: "hireDate",
  status: "status",
} as const satisfies Record<PersonFieldName, string>;

const newPersonKeep = "people.create";

/** What is typed about somebody new outlives a reload; of somebody known it would hide what others changed. */
export function NewPersonForm(props: Omit<PersonFormProps, "person">) {
  return (
    <Kept form={newPersonKeep}>
      <PersonForm {...props} person={null} />
    </Kept>
  );
}

export function PersonForm({ person, departments, suggestions }: PersonFormProps) {
  const text = useTranslations("people");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  // Whom a number that differs only in its zeros was compared with, and found to be somebody else.
  const [otherThan, setOtherThan] = useState<string | null>(null);
  // The hire date that lies ahead, asked about and meant so.
  const [hireAhead, setHireAhead] = useState<string | null>(null);
  const touched = useTouched("finish", person?.number);
  const saving = useSend(
    async ({ version, values }: { version: number; values: Values<PersonFieldName> }) => {
      const fields = { ...fieldsOf(values), otherThan, hireAhead };
      if (person === null) return postCommand("people.create", fields);
      const target = { employeeId: person.id, version };
      return touched.look(
        await postCommand("people.change", { ...fields, ...target, ...touched.decided }),
      );
    },
    {
      refresh: "never",
      keeps: person === null ? newPersonKeep : undefined,
      onDone: ({ employeeId }) => {
        toast({ title: text("form.saved") });
        if (person === null) router.push(`/people/${employeeId}`);
        router.refresh();
      },
    },
  );
  const { pending, answer, errorOf, problem } = saving;
  const undecided = answer?.ok === false && answer.code === "sheets_open";
  const known = knownBy(answer, (id) => ({
    checked: otherThan === id,
    onChange: (checked) => setOtherThan(checked ? id : null),
  }));
  const day = dayAhead(answer);
  const hireDate =
    day === null ? null : (
      <HireAhead
        day={day}
        checked={hireAhead === day}
        onChange={(checked) => setHireAhead(checked ? day : null)}
      />
    );
  const base = { version: person?.version ?? 0, values: valuesOf(person) };
  const { formProps, shown, conflict } = useVersionedForm(personFieldNames, base, saving);
  const choices = departmentOptions(departments, locale);
  const show = (name: PersonFieldName, value: string) => {
    if (name === "departmentId")
      return choices.find((option) => option.value === value)?.label.trim() ?? value;
    const status = personStatuses.find((known) => known === value);
    return name === "status" && status !== undefined ? text(`status.${status}`) : value;
  };
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem
        conflict={conflict}
        problem={undecided ? null : problem}
        label={(name) => text(`form.${labels[name]}`)}
        show={show}
      />
      <PersonFields
        key={shown.generation}
        values={shown.values}
        errorOf={errorOf}
        departments={choices}
        manager={person?.manager ?? null}
        below={{ ...known, hireDate }}
      />
      <PersonSuggestions people={suggestions} />
      {touched.sheets.length === 0 ? null : (
        <TouchedSheets
          sheets={touched.sheets}
          typed={touched.typed}
          onChange={touched.change}
          errorOf={errorOf}
          because={touched.because}
        />
      )}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {text(person === null ? "form.create" : "form.save")}
        </Button>
      </div>
    </form>
  );
}
