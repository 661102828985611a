"use client";
import { useLocale, useTranslations } from "next-intl";
import { FormProblem } from "@/components/command/form-problem";
import { useSend } from "@/components/command/use-send";
import { useVersionedForm, type Values } from "@/components/command/use-versioned-form";
import { PersonSuggestions } from "@/components/people/form/person-suggestions";
import { Button } from "@/components/ui/actions/button";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { postCommand } from "@/lib/commands/client";
import { departmentOptions, outside } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";
import type { PersonLink } from "@/lib/people/types";

interface DepartmentFormProps {
  /** Null for a new one. */
  department: DepartmentNode | null;
  departments: readonly DepartmentNode[];
  suggestions: readonly PersonLink[];
  onDone: () => void;
}

const names = ["code", "name", "nameEn", "headNumber", "parentId", "isDivision"] as const;
type Name = (typeof names)[number];

function valuesOf(department: DepartmentNode | null): Record<Name, string> {
  return {
    code: department?.code ?? "",
    name: department?.name ?? "",
    nameEn: department?.nameEn ?? "",
    headNumber: department?.head?.number ?? "",
    parentId: department?.parentId ?? "",
    isDivision: department?.isDivision === true ? "on" : "",
  };
}

function fieldsOf({ parentId, isDivision, ...texts }: Values<Name>) {
  return {
    ...texts,
    parentId: parentId === "" ? null : parentId,
    isDivision: isDivision === "on",
  };
}

const labels = {
  code: "code",
  name: "name",
  nameEn: "nameEn",
  headNumber: "headNumber",
  parentId: "parent",
  isDivision: "isDivision",
} as const satisfies Record<Name, string>;

/** Names what is typed about a department. */
export function departmentKeep(department: DepartmentNode | null): string {
  return `departments:${department?.id ?? "new"}`;
}

export function DepartmentForm({
  department,
  departments,
  suggestions,
  onDone,
}: DepartmentFormProps) {
  const text = useTranslations("people.tree");
  const locale = useLocale();
  const saving = useSend(
    ({ version, values }: { version: number; values: Values<Name> }) => {
      const fields = fieldsOf(values);
      return department === null
        ? postCommand("departments.create", fields)
        : postCommand("departments.change", { ...fields, departmentId: department.id, version });
    },
    { refresh: "never", keeps: departmentKeep(department), onDone },
  );
  const { pending, errorOf, problem } = saving;
  const base = { version: department?.version ?? 0, values: valuesOf(department) };
  const { formProps, shown, conflict } = useVersionedForm(names, base, saving);
  const parents = departmentOptions(outside(departments, department), locale);
  const show = (name: Name, value: string) => {
    if (name === "isDivision") return text(value === "on" ? "yes" : "no");
    if (name !== "parentId") return value;
    return parents.find((option) => option.value === value)?.label.trim() ?? text("top");
  };
  const { values } = shown;
  return (
    <form {...formProps} className="grid gap-4 pt-2">
      <FormProblem
        conflict={conflict}
        problem={problem}
        label={(name) => text(labels[name])}
        show={show}
      />
      <div key={shown.generation} className="grid gap-4">
        <Field label={text("name")} error={errorOf("name")} required>
          <TextInput name="name" defaultValue={values.name} />
        </Field>
        <Field label={text("nameEn")} error={errorOf("nameEn")} optional>
          <TextInput name="nameEn" defaultValue={values.nameEn} />
        </Field>
        <Field label={text("code")} error={errorOf("code")} required>
          <TextInput name="code" defaultValue={values.code} />
        </Field>
        <Field label={text("parent")} error={errorOf("parentId")}>
          <Select
            name="parentId"
            defaultValue={values.parentId}
            placeholder={text("top")}
            options={parents}
          />
        </Field>
        <Field label={text("headNumber")} error={errorOf("headNumber")} optional>
          <TextInput
            name="headNumber"
            defaultValue={values.headNumber}
            list="person-suggestions"
            autoComplete="off"
          />
        </Field>
        <Checkbox
          name="isDivision"
          label={text("isDivision")}
          hint={text("divisionHint")}
          defaultChecked={values.isDivision === "on"}
        />
      </div>
      <PersonSuggestions people={suggestions} />
      <Button type="submit" variant="primary" block pending={pending}>
        {text(department === null ? "create" : "save")}
      </Button>
    </form>
  );
}
