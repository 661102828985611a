"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { LinkButton } from "@/components/ui/actions/link-button";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import { AcknowledgeDialog } from "./acknowledge-dialog";
import { ObjectDialog } from "./against-dialog";

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
  const close = () => setAsking(null);
  return (
    <>
      <BottomBar
        status={
          <>
            {deadline}
            <span className="max-md:hidden">
              {text(minutesConfirmed ? "answer.stepResult" : "answer.stepMinutes")}
            </span>
            {minutesConfirmed ? null : (
              <a
                href="#interview-record"
                className="inline-flex touch items-center link max-md:hidden"
              >
                {text("answer.toMinutes")}
              </a>
            )}
          </>
        }
      >
        <Button onClick={() => setAsking("object")}>{text("answer.object")}</Button>
        {minutesConfirmed ? null : (
          <span className="md:hidden">
            <LinkButton variant="primary" href="#interview-record">
              {text("answer.toMinutes")}
            </LinkButton>
          </span>
        )}
        <span className={minutesConfirmed ? undefined : "max-md:hidden"}>
          <Button
            variant="primary"
            disabledReason={minutesConfirmed ? null : text("answer.minutesFirst")}
            onClick={() => setAsking("acknowledge")}
          >
            {text("answer.acknowledge")}
          </Button>
        </span>
      </BottomBar>
      <AcknowledgeDialog
        open={asking === "acknowledge"}
        onClose={close}
        appraisalId={appraisalId}
        version={version}
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
