import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { ChangeList } from "@/components/participation/change-list";
import { Notice } from "@/components/ui/feedback/notice";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { GrantView } from "@/lib/access/types";
import { departmentText } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";
import type { CycleChangeRow, OwnUnfinished } from "@/lib/participation/types";
import type { PersonLink } from "@/lib/people/types";
import type { PersonDetail } from "@/lib/people/types";
import { LineHistory } from "@/components/reporting/line-history";
import { PlanCard } from "@/components/reporting/plan-card";
import type { ReportingOf } from "@/lib/reporting/types";
import { InvitationCard } from "./invitation-card";
import { LeaveCard } from "./leave-card";
import { PersonForm } from "./form/person-form";
import { RolesCard } from "./roles-card";
import { StatusChip } from "./status-chip";

interface PersonViewProps {
  person: PersonDetail;
  grants: readonly GrantView[];
  departments: readonly DepartmentNode[];
  suggestions: readonly PersonLink[];
  /** Of cycles, about this person. */
  changes: readonly CycleChangeRow[];
  reporting: ReportingOf;
  unfinished: OwnUnfinished;
}

export function PersonView(props: PersonViewProps) {
  const { person, grants, departments, suggestions, changes, reporting, unfinished } = props;
  const text = useTranslations("people");
  const here = person.status !== "left";
  return (
    <div className="grid gap-5">
      <PageHeader
        back={<BackLink href="/people">{text("title")}</BackLink>}
        title={person.name}
        beside={
          <>
            <span className="tabular">{person.number}</span> <StatusChip status={person.status} />
          </>
        }
      />
      {person.status === "on_leave" && unfinished.unwritten + unfinished.handedIn > 0 ? (
        <Notice tone="warn" title={text("away.title")}>
          <Link href="/cycles" className="link">
            {text("away.cycles")}
          </Link>
        </Notice>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div className="grid gap-5">
          {here ? (
            <Card title={text("form.title")}>
              <PersonForm
                key={person.id}
                person={person}
                departments={departments}
                suggestions={suggestions}
              />
            </Card>
          ) : null}
          <Reports person={person} />
          <LineHistory lines={reporting.lines} />
          {changes.length === 0 ? null : (
            <Card title={text("participation")}>
              <ChangeList changes={changes} of="person" />
            </Card>
          )}
        </div>
        <div className="grid gap-5">
          {here ? (
            <InvitationCard
              employeeId={person.id}
              hasSignIn={person.hasSignIn}
              openUntil={person.invitationUntil}
            />
          ) : null}
          {here ? (
            <Card title={text("delegation.title")}>
              <p className="mb-3">{text("delegation.note")}</p>
              <Link href={`/delegation/${person.id}`} className="link">
                {text("delegation.link")}
              </Link>
            </Card>
          ) : null}
          {here || reporting.plans.length > 0 ? (
            <PlanCard person={person} departments={departments} plans={reporting.plans} />
          ) : null}
          <RolesCard person={person} grants={grants} departments={departments} />
          <LeaveCard person={person} unfinished={unfinished} />
        </div>
      </div>
    </div>
  );
}

function Reports({ person }: { person: PersonDetail }) {
  const text = useTranslations("people.reports");
  const locale = useLocale();
  return (
    <Card title={text("title")}>
      {person.reports.length === 0 ? <p>{text("none")}</p> : null}
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {person.reports.map(({ id, name, number }) => (
          <li key={id}>
            <Link href={`/people/${id}`} className="link">
              <bdi>{name}</bdi>
            </Link>{" "}
            <span className="text-xs text-ink-2 tabular">{number}</span>
          </li>
        ))}
      </ul>
      {person.heads.length === 0 ? null : (
        <p className="mt-3 text-sm text-ink-2">
          {text("heads")}{" "}
          {person.heads.map((department) => departmentText(department, locale)).join(" · ")}
        </p>
      )}
    </Card>
  );
}
