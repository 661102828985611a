"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { TouchedSheets } from "@/components/hand-over/touched-sheets";
import { useTouched } from "@/components/hand-over/use-touched";
import { Button } from "@/components/ui/actions/button";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { PersonDetail } from "@/lib/people/types";

interface LeaveButtonProps {
  person: Pick<PersonDetail, "id" | "name" | "version">;
  description: ReactNode;
}

/** Somebody leaves: what they hold of sheets under way is handed over with it, or nothing happens. */
export function LeaveButton({ person, description }: LeaveButtonProps) {
  const text = useTranslations("people.leave");
  const [open, setOpen] = useState(false);
  const touched = useTouched("hand_over");
  const leaving = useCommand("people.deactivate", {
    refresh: "always",
    onDone: () => setOpen(false),
  });
  const send = async () => {
    const target = { employeeId: person.id, version: person.version };
    touched.look(await leaving.send({ ...target, ...touched.decided }));
  };
  const { answer } = leaving;
  const undecided = answer?.ok === false && answer.code === "sheets_open";
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {text("button")}
      </Button>
      <ConfirmDialog
        keep={null}
        open={open}
        onOpenChange={setOpen}
        title={text("confirmTitle", { name: person.name })}
        description={description}
        confirmLabel={text("confirm")}
        onConfirm={() => void send()}
        pending={leaving.pending}
        danger
      >
        <Problem text={undecided ? null : leaving.problem} />
        {touched.sheets.length === 0 ? null : (
          <TouchedSheets
            sheets={touched.sheets}
            typed={touched.typed}
            onChange={touched.change}
            errorOf={leaving.errorOf}
            because="left"
          />
        )}
      </ConfirmDialog>
    </>
  );
}
