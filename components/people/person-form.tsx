"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useForm } from "@/components/command/use-form";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import { useToast } from "@/components/ui/feedback/toast";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { postCommand } from "@/lib/commands/client";
import { departmentText } from "@/lib/departments/rules";
import type { DepartmentNode, PersonLink } from "@/lib/departments/types";
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

export function PersonForm({ person, departments, suggestions }: PersonFormProps) {
  const text = useTranslations("people");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const { formProps, pending, errorOf, problem } = useForm({
    read: (field) => ({
      ...(person === null ? {} : { employeeId: person.id }),
      ...Object.fromEntries(names.map((name) => [name, field(name)])),
    }),
    send: (input) =>
      postCommand<{ employeeId: string }>(
        person === null ? "people.create" : "people.change",
        input,
      ),
    onDone: ({ employeeId }) => {
      toast({ title: text("form.saved") });
      if (person === null) router.push(`/people/${employeeId}`);
      router.refresh();
    },
  });
  const manager = person?.manager ?? null;
  const departmentOptions = departments.map((node) => ({
    value: node.id,
    label: `${"\u3000".repeat(node.depth)}${departmentText(node, locale)}`,
  }));
  return (
    <form {...formProps} className="grid gap-5">
      {problem ? (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      ) : null}
      <div className="grid gap-4 md:grid-cols-2">
        <Field label={text("form.name")} error={errorOf("name")} required>
          <TextInput name="name" defaultValue={person?.name} autoComplete="off" maxLength={120} />
        </Field>
        <Field
          label={text("form.number")}
          error={errorOf("number")}
          hint={text("form.numberHint")}
          required
        >
          <TextInput
            name="number"
            defaultValue={person?.number}
            autoComplete="off"
            maxLength={40}
          />
        </Field>
        <Field label={text("form.department")} error={errorOf("departmentId")} required>
          <Select
            name="departmentId"
            defaultValue={person?.department.id ?? ""}
            placeholder=""
            options={departmentOptions}
          />
        </Field>
        <Field
          label={text("form.manager")}
          error={errorOf("managerNumber")}
          hint={
            manager === null
              ? text("form.managerHint")
              : text("form.managerNow", { name: manager.name, number: manager.number })
          }
          optional
        >
          <TextInput
            name="managerNumber"
            defaultValue={manager?.number}
            list="person-suggestions"
            autoComplete="off"
            maxLength={40}
          />
        </Field>
        <Field label={text("form.email")} error={errorOf("email")} optional>
          <TextInput
            name="email"
            type="email"
            defaultValue={person?.email ?? ""}
            autoComplete="off"
            maxLength={254}
          />
        </Field>
        <Field label={text("form.jobTitle")} error={errorOf("jobTitle")} optional>
          <TextInput
            name="jobTitle"
            defaultValue={person?.jobTitle}
            autoComplete="off"
            maxLength={120}
          />
        </Field>
        <Field label={text("form.hireDate")} error={errorOf("hireDate")} required>
          <DateInput name="hireDate" defaultValue={person?.hireDate} />
        </Field>
        <Field label={text("form.status")} error={errorOf("status")} required>
          <Select
            name="status"
            defaultValue={person?.status ?? "active"}
            options={(["active", "on_leave"] as const).map((status) => ({
              value: status,
              label: text(`status.${status}`),
            }))}
          />
        </Field>
      </div>
      <PersonSuggestions people={suggestions} />
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {text(person === null ? "form.create" : "form.save")}
        </Button>
      </div>
    </form>
  );
}
