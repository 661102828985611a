"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReader } from "@/components/reader/use-reader";
import { Checkbox } from "@/components/ui/form/checkbox";
import type { Stage } from "@/lib/appraisal/types";
import { movedWith, toInstant } from "@/lib/cycle/rules/windows";
import type { StageWindowView } from "@/lib/cycle/types";
import { formatMoment } from "@/lib/i18n/dates";

interface FollowingWindowsProps {
  windows: readonly StageWindowView[];
  stage: Stage;
  /** As typed so far. */
  closesAt: string;
  timeZone: string;
}

/** Moves the stages after it, too, and shows what that makes of their deadlines. */
export function FollowingWindows({ windows, stage, closesAt, timeZone }: FollowingWindowsProps) {
  const text = useTranslations("cycle.windows");
  const stages = useTranslations("cycle.stages");
  const { locale } = useReader();
  const [on, setOn] = useState(false);
  const at = closesAt === "" ? null : toInstant(closesAt, timeZone);
  const own = windows.find((window) => window.stage === stage);
  if (own === undefined || windows.at(-1) === own) return null;
  const later = at !== null && at > own.closesAt;
  const moment = (date: Date) => formatMoment(date, locale, timeZone);
  return (
    <div className="grid gap-2">
      <Checkbox
        name="following"
        label={text("following")}
        hint={text("followingHint")}
        checked={on}
        onChange={(event) => setOn(event.target.checked)}
      />
      {on && later ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-lg bg-sunk px-3 py-2 text-sm">
          {movedWith(windows, stage, at, timeZone).map(({ stage: moved, from, to }) => (
            <div key={moved} className="contents">
              <dt className="text-ink-2">{stages(moved)}</dt>
              <dd className="tabular">{text("moved", { from: moment(from), to: moment(to) })}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
