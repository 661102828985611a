"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { FormProblem } from "@/components/command/form-problem";
import { useSend } from "@/components/command/use-send";
import { useVersionedForm, type Values } from "@/components/command/use-versioned-form";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { Kept } from "@/components/ui/kept/kept";
import { postCommand } from "@/lib/commands/client";
import { departmentText } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";
import { personStatuses, presentStatuses, type PersonLink } from "@/lib/people/types";
import type { PersonDetail } from "@/lib/people/types";
import { PersonSuggestions } from "./person-suggestions";

interface PersonFormProps {
  /** Null for somebody new. */
  person: PersonDetail | null;
  departments: readonly DepartmentNode[];
  suggestions: readonly PersonLink[];
}

const names = [
  "number",
  "name",
  "email",
  "jobTitle",
  "departmentId",
  "managerNumber",
  "hireDate",
  "status",
] as const;
type Name = (typeof names)[number];

function valuesOf(person: PersonDetail | null): Record<Name, string> {
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
function fieldsOf({ status, ...texts }: Values<Name>) {
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
} as const satisfies Record<Name, string>;

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
  const saving = useSend(
    ({ version, values }: { version: number; values: Values<Name> }) =>
      person === null
        ? postCommand("people.create", fieldsOf(values))
        : postCommand("people.change", { ...fieldsOf(values), employeeId: person.id, version }),
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
  const base = { version: person?.version ?? 0, values: valuesOf(person) };
  const { formProps, shown, conflict } = useVersionedForm(names, base, saving);
  const { values } = shown;
  const manager = person?.manager ?? null;
  const departmentOptions = departments.map((node) => ({
    value: node.id,
    label: `${"\u3000".repeat(node.depth)}${departmentText(node, locale)}`,
  }));
  const show = (name: Name, value: string) => {
    if (name === "departmentId")
      return departmentOptions.find((option) => option.value === value)?.label.trim() ?? value;
    const status = personStatuses.find((known) => known === value);
    return name === "status" && status !== undefined ? text(`status.${status}`) : value;
  };
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem
        conflict={conflict}
        problem={saving.problem}
        label={(name) => text(`form.${labels[name]}`)}
        show={show}
      />
      <div key={shown.generation} className="grid gap-4 md:grid-cols-2">
        <Field label={text("form.name")} error={saving.errorOf("name")} required>
          <TextInput name="name" defaultValue={values.name} autoComplete="off" maxLength={120} />
        </Field>
        <Field
          label={text("form.number")}
          error={saving.errorOf("number")}
          hint={text("form.numberHint")}
          required
        >
          <TextInput name="number" defaultValue={values.number} autoComplete="off" maxLength={40} />
        </Field>
        <Field label={text("form.department")} error={saving.errorOf("departmentId")} required>
          <Select
            name="departmentId"
            defaultValue={values.departmentId}
            placeholder=""
            options={departmentOptions}
          />
        </Field>
        <Field
          label={text("form.manager")}
          error={saving.errorOf("managerNumber")}
          hint={
            manager === null
              ? text("form.managerHint")
              : text("form.managerNow", { name: manager.name, number: manager.number })
          }
          optional
        >
          <TextInput
            name="managerNumber"
            defaultValue={values.managerNumber}
            list="person-suggestions"
            autoComplete="off"
            maxLength={40}
          />
        </Field>
        <Field label={text("form.email")} error={saving.errorOf("email")} optional>
          <TextInput
            name="email"
            type="email"
            defaultValue={values.email}
            autoComplete="off"
            maxLength={254}
          />
        </Field>
        <Field label={text("form.jobTitle")} error={saving.errorOf("jobTitle")} optional>
          <TextInput
            name="jobTitle"
            defaultValue={values.jobTitle}
            autoComplete="off"
            maxLength={120}
          />
        </Field>
        <Field label={text("form.hireDate")} error={saving.errorOf("hireDate")} required>
          <DateInput name="hireDate" defaultValue={values.hireDate} />
        </Field>
        <Field label={text("form.status")} error={saving.errorOf("status")} required>
          <Select
            name="status"
            defaultValue={values.status}
            options={presentStatuses.map((status) => ({
              value: status,
              label: text(`status.${status}`),
            }))}
          />
        </Field>
      </div>
      <PersonSuggestions people={suggestions} />
      <div>
        <Button type="submit" variant="primary" pending={saving.pending}>
          {text(person === null ? "form.create" : "form.save")}
        </Button>
      </div>
    </form>
  );
}
