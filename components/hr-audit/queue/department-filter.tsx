"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { departmentText } from "@/lib/departments/rules";
import type { AuditFilter } from "@/lib/hr-audit/schema";
import type { QueueDepartment } from "@/lib/hr-audit/types";
import { queueHref } from "../href";

interface DepartmentFilterProps {
  departments: readonly QueueDepartment[];
  filter: AuditFilter;
}

export function DepartmentFilter({ departments, filter }: DepartmentFilterProps) {
  const text = useTranslations("hr-audit.queue");
  const router = useRouter();
  const { locale } = useReader();
  const { cycle, kind, department } = filter;
  const total = departments.reduce((sum, { waiting }) => sum + waiting, 0);
  const nameOf = (department: QueueDepartment) => departmentText(department, locale);
  return (
    <div className="min-w-48 max-md:w-full max-md:min-w-0">
      <Field label={text("department")} hideLabel>
        <Select
          name="department"
          value={department ?? ""}
          onChange={({ target }) =>
            router.push(queueHref({ cycle, kind, department: target.value || undefined }), {
              scroll: false,
            })
          }
          options={[
            { value: "", label: text("allDepartments", { count: total }) },
            ...departments.map((unit) => ({
              value: unit.id,
              label: text("departmentOption", { name: nameOf(unit), count: unit.waiting }),
            })),
          ]}
        />
      </Field>
    </div>
  );
}
