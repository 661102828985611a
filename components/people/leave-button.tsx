"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { TouchedSheets } from "@/components/hand-over/touched-sheets";
import { useTouched } from "@/components/hand-over/use-touched";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { TextInput } from "@/components/ui/form/text-input";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { ownSheetWays, type OwnSheetWay, type OwnUnfinished } from "@/lib/participation/types";
import type { PersonDetail } from "@/lib/people/types";

interface LeaveButtonProps {
  person: Pick<PersonDetail, "id" | "name" | "version">;
  description: ReactNode;
  unfinished: OwnUnfinished;
}

/** Somebody leaves: what they hold of sheets under way is handed over with it, or nothing happens. */
export function LeaveButton({ person, description, unfinished }: LeaveButtonProps) {
  const text = useTranslations("people.leave");
  const [open, setOpen] = useState(false);
  const [own, setOwn] = useState<OwnSheetWay>("end");
  const [reason, setReason] = useState("");
  const touched = useTouched("hand_over");
  const leaving = useCommand("people.deactivate", {
    refresh: "always",
    onDone: () => setOpen(false),
  });
  const send = async () => {
    const target = { employeeId: person.id, version: person.version };
    touched.look(await leaving.send({ ...target, ...touched.decided, own, reason }));
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
        {unfinished.unwritten > 0 ? (
          <p>{text("own.unwritten", { count: unfinished.unwritten })}</p>
        ) : null}
        {unfinished.handedIn > 0 ? (
          <RadioCards
            legend={text("own.legend", { count: unfinished.handedIn })}
            name="own"
            value={own}
            onChange={({ target: { value } }) => setOwn(value === "go_on" ? "go_on" : "end")}
            options={ownSheetWays.map((way) => ({
              value: way,
              label: text(`own.${way}.label`),
              description: text(`own.${way}.note`),
            }))}
          />
        ) : null}
        {unfinished.unwritten + unfinished.handedIn > 0 ? (
          <Field label={text("own.reason")} error={leaving.errorOf("reason")} optional>
            <TextInput
              name="reason"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        ) : null}
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
