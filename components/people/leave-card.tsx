"use client";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/layout/card";
import type { PersonDetail } from "@/lib/people/types";
import { ConfirmedCommand } from "./confirmed-command";

export function LeaveCard({ person }: { person: PersonDetail }) {
  const text = useTranslations("people.leave");
  const router = useRouter();
  const { pending, send } = useCommand<unknown>("people.reactivate");
  const takeBack = async () => {
    const answer = await send({ employeeId: person.id });
    if (answer.ok) router.refresh();
  };
  const reports = person.reports.length;
  return (
    <Card title={text("title")}>
      <p className="mb-3">{text(person.status === "left" ? "leftNote" : "note")}</p>
      {person.status === "left" ? (
        <Button pending={pending} onClick={() => void takeBack()}>
          {text("return")}
        </Button>
      ) : (
        <ConfirmedCommand
          command="people.deactivate"
          input={{ employeeId: person.id }}
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
