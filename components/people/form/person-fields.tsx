import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Values } from "@/components/command/use-versioned-form";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { Select, type SelectOption } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { presentStatuses, type PersonLink } from "@/lib/people/types";

export const personFieldNames = [
  "number",
  "name",
  "email",
  "jobTitle",
  "departmentId",
  "managerNumber",
  "hireDate",
  "status",
] as const;
export type PersonFieldName = (typeof personFieldNames)[number];

interface PersonFieldsProps {
  values: Values<PersonFieldName>;
  errorOf: (field: string) => string | undefined;
  departments: readonly SelectOption[];
  manager: PersonLink | null;
  /** Stands below a field that names somebody known, or asks. */
  below: Readonly<Partial<Record<"number" | "email" | "hireDate", ReactNode>>>;
}

export function PersonFields({ values, errorOf, departments, manager, below }: PersonFieldsProps) {
  const text = useTranslations("people");
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field label={text("form.name")} error={errorOf("name")} required>
        <TextInput name="name" defaultValue={values.name} autoComplete="off" />
      </Field>
      <div className="grid content-start gap-2">
        <Field
          label={text("form.number")}
          error={errorOf("number")}
          hint={text("form.numberHint")}
          required
        >
          <TextInput name="number" defaultValue={values.number} autoComplete="off" />
        </Field>
        {below.number}
      </div>
      <Field label={text("form.department")} error={errorOf("departmentId")} required>
        <Select
          name="departmentId"
          defaultValue={values.departmentId}
          placeholder=""
          options={departments}
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
          defaultValue={values.managerNumber}
          list="person-suggestions"
          autoComplete="off"
        />
      </Field>
      <div className="grid content-start gap-2">
        <Field label={text("form.email")} error={errorOf("email")} optional>
          <TextInput name="email" type="email" defaultValue={values.email} autoComplete="off" />
        </Field>
        {below.email}
      </div>
      <Field label={text("form.jobTitle")} error={errorOf("jobTitle")} optional>
        <TextInput name="jobTitle" defaultValue={values.jobTitle} autoComplete="off" />
      </Field>
      <div className="grid content-start gap-2">
        <Field label={text("form.hireDate")} error={errorOf("hireDate")} required>
          <DateInput name="hireDate" defaultValue={values.hireDate} />
        </Field>
        {below.hireDate}
      </div>
      <Field label={text("form.status")} error={errorOf("status")} required>
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
  );
}
