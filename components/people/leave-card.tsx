"use client";
import { useTranslations } from "next-intl";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/layout/card";
import type { PersonDetail } from "@/lib/people/types";
import { ConfirmedCommand } from "./confirmed-command";

export function LeaveCard({ person }: { person: PersonDetail }) {
  const text = useTranslations("people.leave");
  const { pending, problem, send } = useCommand("people.reactivate", { refresh: "always" });
  const target = { employeeId: person.id, version: person.version };
  const reports = person.reports.length;
  return (
    <Card title={text("title")}>
      <p className="mb-3">{text(person.status === "left" ? "leftNote" : "note")}</p>
      <Problem text={problem} />
      {person.status === "left" ? (
        <Button pending={pending} onClick={() => void send(target)}>
          {text("return")}
        </Button>
      ) : (
        <ConfirmedCommand
          command="people.deactivate"
          input={target}
          label={text("button")}
          title={text("confirmTitle", { name: person.name })}
          description={
            <>
              {text("confirmBody")} {reports > 0 ? text("withReports", { count: reports }) : null}
            </>
          }
          confirmLabel={text("confirm")}
        />
      )}
    </Card>
  );
}
