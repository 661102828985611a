"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import type { SelectOption } from "@/components/ui/form/select";
import { Dialog } from "@/components/ui/overlay/dialog";
import type { CycleView } from "@/lib/cycle/types";
import { ExemptForm } from "./exempt-form";
import { ExtendForm } from "./extend-form";
import { IncludeForm } from "./include-form";

export interface ChangeFormProps {
  cycle: Pick<CycleView, "id" | "version" | "windows" | "timeZone">;
  departments: readonly SelectOption[];
  now: Date;
  /** What is typed is kept under it. */
  keep: string;
  onClose: () => void;
}

const forms = { exempt: ExemptForm, include: IncludeForm, extend: ExtendForm };

interface ChangeDialogProps extends Omit<ChangeFormProps, "keep" | "onClose"> {
  kind: keyof typeof forms;
}

export function ChangeDialog({ kind, cycle, departments, now }: ChangeDialogProps) {
  const text = useTranslations("participation");
  const [open, setOpen] = useState(false);
  const Form = forms[kind];
  const keep = `participation.${kind}:${cycle.id}`;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text(`${kind}.button`)}</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        keep={keep}
        wide={kind === "include"}
        title={text(`${kind}.title`)}
        description={text(`${kind}.body`)}
      >
        <Form {...{ cycle, departments, now, keep }} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
