"use client";

import { useTranslations } from "next-intl";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";

interface TakeBackProps {
  command: "self-review.take-back" | "manager-scoring.take-back";
  target: { readonly appraisalId: string; readonly version: number };
}

/** Takes back what was handed in, as long as nobody has opened it. */
export function TakeBack({ command, target }: TakeBackProps) {
  const text = useTranslations("sheet.takeBack");
  const toast = useToast();
  // Read anew also when somebody opened it first: then the page says so.
  const { send, pending, problem } = useCommand(command, {
    refresh: "always",
    onDone: () => toast({ title: text("done") }),
  });
  return (
    <>
      <Button size="sm" pending={pending} onClick={() => void send(target)}>
        {text("button")}
      </Button>
      {problem === null ? null : (
        <span role="alert" className="text-sm text-rust">
          {problem}
        </span>
      )}
    </>
  );
}
