"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { useForm } from "@/components/command/use-form";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { Dialog } from "@/components/ui/overlay/dialog";
import type { RoleName } from "@/lib/access/types";
import { departmentOptions } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";

interface GrantDialogProps {
  employeeId: string;
  /** Of the roles as the page has them. */
  version: number;
  /** Their names, shown beside the refusal when somebody else changed them meanwhile. */
  now: readonly string[];
  departments: readonly DepartmentNode[];
}

const roles: readonly RoleName[] = ["hr_partner", "hr_admin"];

export function GrantDialog({ employeeId, version, now, departments }: GrantDialogProps) {
  const text = useTranslations("people");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<RoleName>("hr_partner");
  const grant = useCommand("access.grant-role", {
    refresh: "always",
    onDone: () => setOpen(false),
  });
  const { pending, errorOf, problem } = grant;
  const formProps = useForm(grant, (field) => ({
    employeeId,
    version,
    role,
    departmentId: role === "hr_partner" ? field("departmentId") : null,
  }));
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {text("roleCard.grant")}
      </Button>
      <Dialog keep={null} open={open} onOpenChange={setOpen} title={text("roleCard.grant")}>
        <form {...formProps} className="grid gap-4 pt-2">
          {problem ? (
            <Notice tone="danger" live>
              {problem}{" "}
              {now.length === 0
                ? text("roleCard.none")
                : text("roleCard.now", { roles: now.join(" · ") })}
            </Notice>
          ) : null}
          <Field label={text("roleCard.role")} error={errorOf("role")} required>
            <Select
              name="role"
              value={role}
              onChange={({ currentTarget: { value } }) =>
                setRole(roles.find((known) => known === value) ?? role)
              }
              options={roles.map((name) => ({
                value: name,
                label: text(`roles.${name}`),
              }))}
            />
          </Field>
          {role === "hr_partner" ? (
            <Field label={text("roleCard.department")} error={errorOf("departmentId")} required>
              <Select name="departmentId" options={departmentOptions(departments, locale)} />
            </Field>
          ) : null}
          <Button type="submit" variant="primary" block pending={pending}>
            {text("roleCard.confirmGrant")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
