"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/layout/card";
import type { NewInvitation } from "@/lib/access/types";
import type { OwnUnfinished } from "@/lib/participation/types";
import type { PersonDetail } from "@/lib/people/types";
import { ConfirmedCommand } from "./confirmed-command";
import { LeaveButton } from "./leave-button";
import { InvitationLink } from "./invitation-link";

interface LeaveCardProps {
  person: PersonDetail;
  unfinished: OwnUnfinished;
}

export function LeaveCard({ person, unfinished }: LeaveCardProps) {
  const text = useTranslations("people.leave");
  const [made, setMade] = useState<NewInvitation | null>(null);
  const target = { employeeId: person.id, version: person.version };
  const reports = person.reports.length;
  if (made !== null)
    return (
      <Card title={text("returned", { name: person.name })}>
        <InvitationLink made={made} />
      </Card>
    );
  return (
    <Card title={text("title")}>
      <p className="mb-3">{text(person.status === "left" ? "leftNote" : "note")}</p>
      {person.status === "left" ? (
        <ConfirmedCommand
          command="people.reactivate"
          input={target}
          label={text("return")}
          title={text("returnTitle", { name: person.name })}
          description={text("returnBody")}
          confirmLabel={text("confirmReturn")}
          explain={({ code }) => (code === "department_closed" ? text("departmentClosed") : null)}
          harmless
          onDone={setMade}
        />
      ) : (
        <LeaveButton
          person={person}
          unfinished={unfinished}
          description={
            <>
              {text("confirmBody")} {reports > 0 ? text("withReports", { count: reports }) : null}
            </>
          }
        />
      )}
    </Card>
  );
}
