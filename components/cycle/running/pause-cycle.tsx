"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useForm } from "@/components/command/use-form";
import { FormButtons, ReasonField } from "@/components/participation/person-reason";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Dialog } from "@/components/ui/overlay/dialog";

interface PauseCycleProps {
  cycleId: string;
  version: number;
}

/** Stops all work in a cycle until it is resumed. */
export function PauseCycle({ cycleId, version }: PauseCycleProps) {
  const text = useTranslations("cycle.pause");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text("button")}</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        keep={`cycle.pause:${cycleId}`}
        title={text("title")}
        description={text("body")}
      >
        <PauseForm {...{ cycleId, version }} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function PauseForm({ cycleId, version, onClose }: PauseCycleProps & { onClose: () => void }) {
  const text = useTranslations("cycle.pause");
  const toast = useToast();
  const pausing = useCommand("cycle.pause", {
    keeps: `cycle.pause:${cycleId}`,
    onDone: () => {
      onClose();
      toast({ title: text("done") });
    },
  });
  const { pending, errorOf, problem } = pausing;
  const formProps = useForm(pausing, (field) => ({ cycleId, version, reason: field("reason") }));
  return (
    <form {...formProps} className="grid gap-4">
      <Problem text={problem} />
      <ReasonField errorOf={errorOf} hint={text("reasonHint")} />
      <FormButtons label={text("confirm")} {...{ pending, onClose }} />
    </form>
  );
}
