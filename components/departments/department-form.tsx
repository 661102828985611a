"use client";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "@/components/command/use-form";
import { PersonSuggestions } from "@/components/people/person-suggestions";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { postCommand } from "@/lib/commands/client";
import { departmentText } from "@/lib/departments/rules";
import type { DepartmentNode, PersonLink } from "@/lib/departments/types";

interface DepartmentFormProps {
  /** Null for a new one. */
  department: DepartmentNode | null;
  departments: readonly DepartmentNode[];
  suggestions: readonly PersonLink[];
  onDone: () => void;
}

export function DepartmentForm({
  department,
  departments,
  suggestions,
  onDone,
}: DepartmentFormProps) {
  const text = useTranslations("people.tree");
  const locale = useLocale();
  const { formProps, pending, errorOf, problem } = useForm({
    read: (field) => ({
      ...(department === null ? {} : { departmentId: department.id }),
      ...Object.fromEntries(
        ["code", "name", "nameEn", "headNumber"].map((name) => [name, field(name)]),
      ),
      parentId: field("parentId") === "" ? null : field("parentId"),
      isDivision: field("isDivision") === "on",
    }),
    send: (input) =>
      postCommand<unknown>(
        department === null ? "departments.create" : "departments.change",
        input,
      ),
    onDone,
  });
  const parents = departments
    .filter((node) => node.id !== department?.id)
    .map((node) => ({
      value: node.id,
      label: `${"\u3000".repeat(node.depth)}${departmentText(node, locale)}`,
    }));
  return (
    <form {...formProps} className="grid gap-4 pt-2">
      {problem ? (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      ) : null}
      <Field label={text("name")} error={errorOf("name")} required>
        <TextInput name="name" defaultValue={department?.name} maxLength={120} />
      </Field>
      <Field label={text("nameEn")} error={errorOf("nameEn")} optional>
        <TextInput name="nameEn" defaultValue={department?.nameEn ?? ""} maxLength={120} />
      </Field>
      <Field label={text("code")} error={errorOf("code")} required>
        <TextInput name="code" defaultValue={department?.code} maxLength={40} />
      </Field>
      <Field label={text("parent")} error={errorOf("parentId")}>
        <Select
          name="parentId"
          defaultValue={department?.parentId ?? ""}
          placeholder={text("top")}
          options={parents}
        />
      </Field>
      <Field label={text("headNumber")} error={errorOf("headNumber")} optional>
        <TextInput
          name="headNumber"
          defaultValue={department?.head?.number}
          list="person-suggestions"
          autoComplete="off"
          maxLength={40}
        />
      </Field>
      <Checkbox
        name="isDivision"
        label={text("isDivision")}
        hint={text("divisionHint")}
        defaultChecked={department?.isDivision ?? false}
      />
      <PersonSuggestions people={suggestions} />
      <Button type="submit" variant="primary" block pending={pending}>
        {text(department === null ? "create" : "save")}
      </Button>
    </form>
  );
}
