"use client";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Refused } from "./refused";

interface ConfirmMinutesProps {
  appraisalId: string;
  version: number;
}

export function ConfirmMinutes({ appraisalId, version }: ConfirmMinutesProps) {
  const text = useTranslations("result.minutes");
  const toast = useToast();
  const { pending, answer, send } = useCommand("result.confirm-minutes", {
    onDone: () => toast({ title: text("done") }),
  });
  return (
    <div className="no-print mt-4 grid gap-3 border-t border-line pt-4">
      <p className="text-sm text-ink-2">{text("ask")}</p>
      <div>
        <Button
          variant="primary"
          pending={pending}
          onClick={() => void send({ appraisalId, version })}
        >
          {text("confirm")}
        </Button>
      </div>
      <Refused answer={answer} />
    </div>
  );
}
