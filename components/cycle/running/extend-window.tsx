"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useForm } from "@/components/command/use-form";
import { FormButtons } from "@/components/participation/person-reason";
import { useReader } from "@/components/reader/use-reader";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Checkbox } from "@/components/ui/form/checkbox";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { Dialog } from "@/components/ui/overlay/dialog";
import { extensionFault, toInstant } from "@/lib/cycle/rules/windows";
import type { CommandInput } from "@/lib/commands/contract";
import { windowReasonLimit, type CycleView, type StageWindowView } from "@/lib/cycle/types";
import type { FieldFault } from "@/lib/errors/outcome";
import { formatMoment } from "@/lib/i18n/dates";
import { dayIn, timeIn } from "@/lib/i18n/zone";
import { hasWords } from "@/lib/text/characters";
import { ExtensionEffect } from "./extension-effect";
import { usePreviewed } from "./use-previewed";

interface ExtendWindowProps {
  cycle: Pick<CycleView, "id" | "version" | "windows" | "timeZone">;
  window: StageWindowView;
  now: Date;
}

export function ExtendWindow({ cycle, window, now }: ExtendWindowProps) {
  const text = useTranslations("cycle.windows");
  const { locale } = useReader();
  const [open, setOpen] = useState(false);
  const stage = useTranslations("cycle.stages")(window.stage);
  const keep = keepOf(cycle, window);
  return (
    <>
      <Button size="sm" aria-label={text("extendStage", { stage })} onClick={() => setOpen(true)}>
        {text("extend")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        keep={keep}
        title={text("extendTitle", { stage })}
        description={text("extendBody", {
          moment: formatMoment(window.closesAt, locale, cycle.timeZone),
        })}
      >
        <ExtendForm {...{ cycle, window, now }} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function keepOf({ id }: ExtendWindowProps["cycle"], { stage }: StageWindowView): string {
  return `cycle.change-window:${id}:${stage}`;
}

function ExtendForm({ cycle, window, now, onClose }: ExtendWindowProps & { onClose: () => void }) {
  const text = useTranslations("cycle.windows");
  const toast = useToast();
  const { id, version, windows, timeZone } = cycle;
  const { stage } = window;
  const name = useTranslations("cycle.stages")(stage);
  const present = `${dayIn(window.closesAt, timeZone)}T${timeIn(window.closesAt, timeZone)}`;
  const extend = useCommand("cycle.change-window", {
    keeps: keepOf(cycle, window),
    check: (input) => faultsOf(input, cycle, now),
    onDone: () => {
      onClose();
      toast({ title: text("done", { stage: name }) });
    },
  });
  const looking = useCommand("cycle.preview-window", { refresh: "never" });
  const asking = usePreviewed({
    look: ({ reason: _, ...asked }: CommandInput<"cycle.change-window">) => looking.send(asked),
    confirm: extend.send,
  });
  const { preview } = asking;
  const errorOf = (field: string) => looking.errorOf(field) ?? extend.errorOf(field);
  const formProps = useForm(asking, (field) => ({
    ...{ cycleId: id, version, stage },
    closesAt: field("closesAt"),
    following: field("following") === "on",
    reason: field("reason"),
  }));
  return (
    <form {...formProps} onChange={asking.onChange} className="grid gap-4">
      <Problem text={looking.problem ?? extend.problem} />
      <Field
        label={text("newDeadline")}
        hint={text("note", { zone: timeZone })}
        error={errorOf("closesAt")}
        required
      >
        <DateInput type="datetime-local" name="closesAt" min={present} defaultValue={present} />
      </Field>
      {windows.at(-1)?.stage === stage ? null : (
        <Checkbox name="following" label={text("following")} hint={text("followingHint")} />
      )}
      <Field label={text("reason")} hint={text("reasonHint")} error={errorOf("reason")} required>
        <TextArea name="reason" rows={3} maxLength={windowReasonLimit} />
      </Field>
      {preview === null ? null : <ExtensionEffect {...{ preview, timeZone }} />}
      <FormButtons
        label={text(preview === null ? "preview" : "confirm")}
        pending={looking.pending || extend.pending}
        onClose={onClose}
      />
    </form>
  );
}

function faultsOf(
  { closesAt, stage, following, reason }: CommandInput<"cycle.change-window">,
  { windows, timeZone }: ExtendWindowProps["cycle"],
  now: Date,
): Record<string, FieldFault> {
  const closing: FieldFault | null =
    closesAt === ""
      ? { code: "required" }
      : extensionFault(windows, stage, toInstant(closesAt, timeZone), now, following);
  return {
    ...(closing === null ? {} : { closesAt: closing }),
    ...(hasWords(reason) ? {} : { reason: { code: "reason_required" } }),
  };
}
