"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReader } from "@/components/reader/use-reader";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/layout/card";
import type { Appointment, Arranging } from "@/lib/interview/types";
import { AppointmentForm } from "./appointment-form";
import { useWhen } from "./use-when";

interface AppointmentCardProps {
  appraisalId: string;
  arranging: Arranging;
}

/** When and where the interview is held; either side moves it, and what was proposed before stays readable. */
export function AppointmentCard({ appraisalId, arranging }: AppointmentCardProps) {
  const text = useTranslations("interview.appointment");
  const { ofCode } = useRefusalText();
  const [editing, setEditing] = useState(false);
  const { appointments, shut } = arranging;
  const [current, ...earlier] = appointments;
  return (
    <Card
      id="appointment"
      title={text("title")}
      actions={
        current === undefined ? null : (
          <a
            className="no-print inline-flex touch items-center text-sm link"
            href={`/api/interviews/${appraisalId}/calendar`}
            download
          >
            {text("calendar")}
          </a>
        )
      }
    >
      <div className="grid gap-3">
        {current === undefined ? (
          <p className="text-ink-2">{text("none")}</p>
        ) : (
          <Proposal appointment={current} />
        )}
        {editing ? (
          <AppointmentForm
            appraisalId={appraisalId}
            arranging={arranging}
            onClose={() => setEditing(false)}
          />
        ) : (
          <div className="no-print">
            <Button
              disabledReason={shut === null ? null : ofCode(shut)}
              onClick={() => setEditing(true)}
            >
              {text(current === undefined ? "arrange" : "move")}
            </Button>
          </div>
        )}
        {earlier.length === 0 ? null : <Earlier appointments={earlier} />}
      </div>
    </Card>
  );
}

function Proposal({ appointment }: { appointment: Appointment }) {
  const text = useTranslations("interview.appointment");
  const { moment } = useReader();
  const when = useWhen();
  const { place, note, by, at } = appointment;
  return (
    <div className="grid gap-1">
      <p className="font-semibold tabular">{when(appointment)}</p>
      <p className="break-words whitespace-pre-wrap">{place}</p>
      {note === "" ? null : <p className="text-sm whitespace-pre-wrap text-ink-2">{note}</p>}
      <p className="text-xs text-ink-2">{text("by", { name: by, when: moment(at) })}</p>
    </div>
  );
}

function Earlier({ appointments }: { appointments: readonly Appointment[] }) {
  const text = useTranslations("interview.appointment");
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-ink-2">
        {text("earlier", { count: appointments.length })}
      </summary>
      <ul className="mt-2 grid gap-3">
        {appointments.map((one) => (
          <li key={one.sequence} className="border-s-2 border-line ps-3">
            <Proposal appointment={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}
