"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Refused } from "./refused";
import { useAnswer } from "./use-answer";

interface ConfirmMinutesProps {
  appraisalId: string;
  version: number;
}

export function ConfirmMinutes({ appraisalId, version }: ConfirmMinutesProps) {
  const text = useTranslations("result.minutes");
  const { pending, answer, give } = useAnswer("result.confirm-minutes", text("done"));
  return (
    <div className="no-print mt-4 grid gap-3 border-t border-line pt-4">
      <p className="text-sm text-ink-2">{text("ask")}</p>
      <div>
        <Button
          variant="primary"
          pending={pending}
          onClick={() => void give({ appraisalId, version })}
        >
          {text("confirm")}
        </Button>
      </div>
      <Refused answer={answer} />
    </div>
  );
}
