"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import { useToast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { StageProgress } from "@/lib/progress/types";
import type { ShownCount } from "@/lib/small-groups/rules";

interface CloseCycleProps {
  cycleId: string;
  version: number;
  quarter: string;
  people: number;
  /** The steps that are not the end. */
  stages: readonly Pick<StageProgress, "state" | "count">[];
  /** Of all these steps together; null is hidden. */
  others: ShownCount;
  /** Of the reader's own sheet, which the steps do not count. */
  ownUnfinished: boolean;
}

export function CloseCycle({
  cycleId,
  version,
  quarter,
  people,
  stages,
  others,
  ownUnfinished,
}: CloseCycleProps) {
  const text = useTranslations("cycle");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { pending, problem, send } = useCommand("cycle.close", {
    onDone: () => {
      setOpen(false);
      toast({ title: text("close.done") });
    },
  });
  const unfinished = others === null ? null : others + (ownUnfinished ? 1 : 0);
  const waiting = stages.filter(({ count }) => count !== 0);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text("close.button")}</Button>
      <ConfirmDialog
        keep={null}
        open={open}
        onOpenChange={setOpen}
        title={text("close.title", { quarter })}
        description={text("close.body")}
        confirmLabel={
          unfinished === null ? text("close.confirmFew") : text("close.confirm", { unfinished })
        }
        onConfirm={() => void send({ cycleId, version })}
        pending={pending}
        danger
      >
        {unfinished === 0 ? (
          <Notice tone="success">{text("close.allDone", { count: people })}</Notice>
        ) : (
          <Notice
            tone="warn"
            title={
              unfinished === null
                ? text("close.unfinishedFew")
                : text("close.unfinished", { count: unfinished })
            }
          >
            <ul className="list-disc ps-5">
              {waiting.map(({ state, count }) => (
                <li key={state}>
                  {count === null
                    ? text("close.lineFew", { state: text(`states.${state}`) })
                    : text("close.line", { state: text(`states.${state}`), count })}
                </li>
              ))}
              {ownUnfinished ? <li>{text("close.own")}</li> : null}
            </ul>
          </Notice>
        )}
        <Problem text={problem} />
      </ConfirmDialog>
    </>
  );
}
