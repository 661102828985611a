"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useForm } from "@/components/command/use-form";
import { FormButtons, ReasonField } from "@/components/participation/person-reason";
import { useReader } from "@/components/reader/use-reader";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { Dialog } from "@/components/ui/overlay/dialog";
import { isShortPause, movedByPause, onWeekend, pausedDays } from "@/lib/cycle/rules/windows";
import type { CycleView, Pause } from "@/lib/cycle/types";
import { formatMoment } from "@/lib/i18n/dates";

interface ResumeCycleProps {
  cycle: Pick<CycleView, "id" | "version" | "windows" | "timeZone">;
  paused: Pause;
  now: Date;
}

/** Work goes on: what becomes of the windows still to come is chosen, and shown before. */
export function ResumeCycle(props: ResumeCycleProps) {
  const text = useTranslations("cycle.resume");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {text("button")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        keep={`cycle.resume:${props.cycle.id}`}
        title={text("title")}
        description={text("body")}
      >
        <ResumeForm {...props} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ResumeForm(props: ResumeCycleProps & { onClose: () => void }) {
  const { cycle, paused, now, onClose } = props;
  const text = useTranslations("cycle.resume");
  const toast = useToast();
  const [way, setWay] = useState(isShortPause(paused.since, now) ? "stay" : "move");
  const resuming = useCommand("cycle.resume", {
    keeps: `cycle.resume:${cycle.id}`,
    onDone: () => {
      onClose();
      toast({ title: text("done") });
    },
  });
  const { pending, errorOf, problem } = resuming;
  const days = pausedDays(paused.since, now);
  const formProps = useForm(resuming, (field) => ({
    ...{ cycleId: cycle.id, version: cycle.version, reason: field("reason") },
    days: way === "move" ? days : 0,
  }));
  return (
    <form {...formProps} className="grid gap-4">
      <Problem text={problem} />
      <RadioCards
        legend={text("windows")}
        name="way"
        value={way}
        onChange={(event) => setWay(event.currentTarget.value)}
        error={errorOf("days")}
        options={[
          { value: "move", label: text("move", { days }), description: text("moveHint") },
          { value: "stay", label: text("stay") },
        ]}
      />
      <Windows cycle={cycle} pause={way === "move" ? { since: paused.since, days } : null} />
      <ReasonField errorOf={errorOf} hint={text("reasonHint")} />
      <FormButtons label={text("confirm")} {...{ pending, onClose }} />
    </form>
  );
}

interface WindowsProps {
  cycle: ResumeCycleProps["cycle"];
  /** Null: they stay. */
  pause: { readonly since: Date; readonly days: number } | null;
}

function Windows({ cycle: { windows, timeZone }, pause }: WindowsProps) {
  const text = useTranslations("cycle.resume");
  const stages = useTranslations("cycle.stages");
  const { locale } = useReader();
  const after = pause === null ? windows : movedByPause(windows, { ...pause, timeZone });
  return (
    <dl
      aria-label={text("shown")}
      className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-lg bg-sunk px-3 py-2 text-sm"
    >
      {after.map(({ stage, closesAt }) => (
        <div key={stage} className="contents">
          <dt className="text-ink-2">{stages(stage)}</dt>
          <dd className="tabular">
            {formatMoment(closesAt, locale, timeZone)}
            {pause !== null && onWeekend(closesAt, timeZone) ? (
              <span className="ms-2 text-amber">{text("weekend")}</span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
