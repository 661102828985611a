import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { departmentOptions } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";
import type { PeopleFilter } from "@/lib/people/schema";
import { peopleLimits } from "@/lib/people/types";

interface PeopleFilterFormProps {
  filter: PeopleFilter;
  departments: readonly DepartmentNode[];
}

/** A plain GET form: the result has an address of its own. */
export function PeopleFilterForm({ filter, departments }: PeopleFilterFormProps) {
  const text = useTranslations("people");
  const locale = useLocale();
  const narrowed = filter.search !== "" || filter.department !== null || filter.status !== null;
  return (
    <form
      role="search"
      aria-label={text("filter.label")}
      className="flex flex-wrap items-end gap-3"
    >
      <div className="min-w-56 flex-1 max-md:basis-full">
        <Field label={text("filter.search")}>
          <TextInput
            type="search"
            name="search"
            defaultValue={filter.search}
            maxLength={peopleLimits.search}
          />
        </Field>
      </div>
      <div className="w-52 max-md:w-auto max-md:basis-full">
        <Field label={text("filter.department")}>
          <Select
            name="department"
            defaultValue={filter.department ?? ""}
            placeholder={text("filter.allDepartments")}
            options={departmentOptions(departments, locale)}
          />
        </Field>
      </div>
      <div className="w-64 max-md:w-auto max-md:basis-full">
        <Field label={text("filter.status")}>
          <Select
            name="status"
            defaultValue={filter.status ?? ""}
            placeholder={text("filter.present")}
            options={(["active", "on_leave", "left"] as const).map((status) => ({
              value: status,
              label: text(`status.${status}`),
            }))}
          />
        </Field>
      </div>
      <Button type="submit">{text("filter.apply")}</Button>
      {narrowed ? (
        <LinkButton href="/people" variant="quiet">
          {text("filter.clear")}
        </LinkButton>
      ) : null}
    </form>
  );
}
