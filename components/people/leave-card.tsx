"use client";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCommand } from "@/components/command/use-command";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import { Card } from "@/components/ui/layout/card";
import type { PersonDetail } from "@/lib/people/types";
import { ConfirmedCommand } from "./confirmed-command";

export function LeaveCard({ person }: { person: PersonDetail }) {
  const text = useTranslations("people.leave");
  const router = useRouter();
  const { pending, answer, send } = useCommand<unknown>("people.reactivate");
  const problem = useRefusalText().ofAnswer(answer);
  const takeBack = async () => {
    const result = await send({ employeeId: person.id, version: person.version });
    if (result.ok || result.code === "stale" || result.code === "already_done") router.refresh();
  };
  const reports = person.reports.length;
  return (
    <Card title={text("title")}>
      <p className="mb-3">{text(person.status === "left" ? "leftNote" : "note")}</p>
      {problem === null ? null : (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {person.status === "left" ? (
        <Button pending={pending} onClick={() => void takeBack()}>
          {text("return")}
        </Button>
      ) : (
        <ConfirmedCommand
          command="people.deactivate"
          input={{ employeeId: person.id, version: person.version }}
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
