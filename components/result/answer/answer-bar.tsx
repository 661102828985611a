"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { ObjectDialog } from "./object-dialog";
import { Refused } from "./refused";

interface AnswerBarProps {
  appraisalId: string;
  version: number;
  minutesConfirmed: boolean;
  deadline: ReactNode;
}

/** Acknowledge or object; always in sight while an answer is open. */
export function AnswerBar({ appraisalId, version, minutesConfirmed, deadline }: AnswerBarProps) {
  const text = useTranslations("result");
  const [asking, setAsking] = useState<"acknowledge" | "object" | null>(null);
  const toast = useToast();
  const { pending, answer, send } = useCommand("result.acknowledge", {
    onDone: () => toast({ title: text("acknowledgeDialog.done") }),
  });
  const close = () => setAsking(null);
  const acknowledge = async () => {
    await send({ appraisalId, version });
    close();
  };
  return (
    <>
      <div className="no-print">
        <Refused answer={answer} />
      </div>
      <BottomBar
        status={
          <>
            {deadline}
            <span className="max-md:hidden">
              {text(minutesConfirmed ? "answer.stepResult" : "answer.stepMinutes")}
            </span>
            {minutesConfirmed ? null : (
              <a href="#interview-record" className="inline-flex touch items-center link">
                {text("answer.toMinutes")}
              </a>
            )}
          </>
        }
      >
        <Button onClick={() => setAsking("object")}>{text("answer.object")}</Button>
        <Button
          variant="primary"
          disabledReason={minutesConfirmed ? null : text("answer.minutesFirst")}
          onClick={() => setAsking("acknowledge")}
        >
          {text("answer.acknowledge")}
        </Button>
      </BottomBar>
      <ConfirmDialog
        open={asking === "acknowledge"}
        onOpenChange={close}
        title={text("acknowledgeDialog.title")}
        description={text("acknowledgeDialog.body")}
        confirmLabel={text("acknowledgeDialog.action")}
        pending={pending}
        onConfirm={() => void acknowledge()}
      />
      <ObjectDialog
        open={asking === "object"}
        onClose={close}
        appraisalId={appraisalId}
        version={version}
      />
    </>
  );
}
