"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import type { Reading } from "@/lib/result/types";
import { AcknowledgeDialog } from "./acknowledge-dialog";
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
  const acknowledge = async (reading: Reading) => {
    await send({ appraisalId, version, answer: reading });
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
      <AcknowledgeDialog
        open={asking === "acknowledge"}
        onClose={close}
        pending={pending}
        onConfirm={(reading) => void acknowledge(reading)}
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
