"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { ConfirmedCommand } from "@/components/people/confirmed-command";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import type { DelegationRow, DelegationState } from "@/lib/delegation/types";
import { departmentText } from "@/lib/departments/rules";
import { formatDay, formatMoment } from "@/lib/i18n/dates";
import { defaultTimeZone, localeOf } from "@/lib/i18n/locales";

const tones: Readonly<Record<DelegationState, ChipTone>> = {
  running: "jade",
  planned: "indigo",
  over: "neutral",
  ended: "neutral",
};

interface DelegationListProps {
  rows: readonly DelegationRow[];
  /** Whose name stands in front. */
  as: "deputy" | "absent" | "both";
  mayEnd?: boolean;
}

export function DelegationList({ rows, as, mayEnd = false }: DelegationListProps) {
  const text = useTranslations("delegation");
  const locale = localeOf(useLocale());
  const timeZone = useTimeZone() ?? defaultTimeZone;
  const day = (at: Date) => formatDay(new Date(at), locale, timeZone);
  const scopeOf = ({ departments, people }: DelegationRow) =>
    departments.length + people.length === 0
      ? text("scope.all")
      : text("scope.named", {
          names: [...departments.map((one) => departmentText(one, locale)), ...people].join(" · "),
        });
  return (
    <ul className="grid gap-4">
      {rows.map((row) => {
        const { id, absent, deputy, rooms, startsAt, endsAt, endedAt, state } = row;
        const lastDay = new Date(new Date(endsAt).getTime() - 1);
        return (
          <li key={id} className="grid justify-items-start gap-1">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-semibold">{text(`names.${as}`, { absent, deputy })}</span>
              <Chip tone={tones[state]}>{text(`states.${state}`)}</Chip>
            </p>
            <p className="tabular">
              {text("period", { from: day(startsAt), until: day(lastDay) })}
            </p>
            <p className="text-sm text-ink-2">
              {rooms.map((room) => text(`rooms.${room}`)).join(" · ")}
              {" · "}
              {scopeOf(row)}
            </p>
            {endedAt === null ? null : (
              <p className="text-sm text-ink-2">
                {text("endedAt", { moment: formatMoment(new Date(endedAt), locale, timeZone) })}
              </p>
            )}
            {mayEnd && (state === "running" || state === "planned") ? (
              <ConfirmedCommand
                command="delegation.end"
                input={{ delegationId: id }}
                label={text("end.label")}
                title={text("end.title", { deputy })}
                description={text("end.body")}
                confirmLabel={text("end.confirm")}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
