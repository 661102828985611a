import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import type { GrantView } from "@/lib/access/types";
import { departmentText } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";
import type { PersonDetail } from "@/lib/people/types";
import { ConfirmedCommand } from "./confirmed-command";
import { GrantDialog } from "./grant-dialog";

interface RolesCardProps {
  person: PersonDetail;
  grants: readonly GrantView[];
  departments: readonly DepartmentNode[];
}

export function RolesCard({ person, grants, departments }: RolesCardProps) {
  const text = useTranslations("people");
  const locale = useLocale();
  const nameOf = ({ role, departmentName, departmentNameEn }: GrantView) =>
    departmentName === null
      ? text(`roles.${role}`)
      : text("roleCard.of", {
          department: departmentText({ name: departmentName, nameEn: departmentNameEn }, locale),
        });
  return (
    <Card
      title={text("roleCard.title")}
      note={text("roleCard.note")}
      actions={
        person.status === "left" ? null : (
          <GrantDialog
            employeeId={person.id}
            version={person.rolesVersion}
            departments={departments}
            now={grants.map(nameOf)}
          />
        )
      }
    >
      {grants.length === 0 ? <p className="pt-2">{text("roleCard.none")}</p> : null}
      <ul className="divide-y divide-line">
        {grants.map((grant) => (
          <li key={grant.id} className="flex items-center justify-between gap-3 py-2">
            <span>{nameOf(grant)}</span>
            <ConfirmedCommand
              command="access.revoke-role"
              input={{ grantId: grant.id, version: person.rolesVersion }}
              label={text("roleCard.confirmRevoke")}
              title={text("roleCard.revokeTitle", { role: nameOf(grant) })}
              description={text("roleCard.revokeBody", { name: person.name })}
              confirmLabel={text("roleCard.confirmRevoke")}
              quiet
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
