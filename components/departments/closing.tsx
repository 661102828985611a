"use client";
import { useLocale, useTranslations } from "next-intl";
import { ConfirmedCommand } from "@/components/people/confirmed-command";
import { departmentText } from "@/lib/departments/rules";
import type { DepartmentNode, DepartmentUse } from "@/lib/departments/types";

const uses = ["people", "departments", "sheets", "partners"] as const;

/** Closes an open department, or opens a closed one again; asks first. */
export function Closing({ department }: { department: DepartmentNode }) {
  const text = useTranslations("people.tree");
  const name = departmentText(department, useLocale());
  const usesOf = (use: DepartmentUse) =>
    uses
      .filter((kind) => use[kind] > 0)
      .map((kind) => text(`use.${kind}`, { count: use[kind] }))
      .join(" · ");
  const input = { departmentId: department.id, version: department.version };
  if (department.closed)
    return (
      <ConfirmedCommand
        command="departments.reopen"
        input={input}
        label={text("reopen")}
        title={text("reopenTitle", { name })}
        description={text("reopenBody")}
        confirmLabel={text("reopen")}
        explain={({ code }) => (code === "department_closed" ? text("parentClosed") : null)}
        quiet
        harmless
      />
    );
  return (
    <ConfirmedCommand
      command="departments.close"
      input={input}
      label={text("close")}
      title={text("closeTitle", { name })}
      description={text("closeBody", { count: department.people })}
      confirmLabel={text("closeConfirm")}
      explain={(refusal) =>
        refusal.code === "department_in_use" && refusal.data !== undefined
          ? text("inUse", { uses: usesOf(refusal.data) })
          : null
      }
      quiet
    />
  );
}
