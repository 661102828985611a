"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import type { ExtensionPreview } from "@/lib/cycle/types";
import { formatMoment } from "@/lib/i18n/dates";

interface ExtensionEffectProps {
  preview: ExtensionPreview;
  timeZone: string;
  /** The department it is about, where it is about one. */
  department?: string | undefined;
}

/** Whom more time concerns and what it makes of their deadlines, before it is given. */
export function ExtensionEffect({ preview, timeZone, department }: ExtensionEffectProps) {
  const text = useTranslations("cycle.windows");
  const stages = useTranslations("cycle.stages");
  const { locale } = useReader();
  const { person, people, later, moved } = preview;
  const moment = (at: string) => formatMoment(new Date(at), locale, timeZone);
  return (
    <div role="status" className="grid gap-2 rounded-lg bg-sunk px-3 py-2 text-sm">
      <p className="font-medium">
        {person !== null
          ? text("effect.person", { ...person })
          : department !== undefined
            ? people === null
              ? text("effect.fewIn", { department })
              : text("effect.department", { department, count: people })
            : people === null
              ? text("effect.few")
              : text("effect.everybody", { count: people })}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {moved.map(({ stage, from, to }) => (
          <div key={stage} className="contents">
            <dt className="text-ink-2">{stages(stage)}</dt>
            <dd className="tabular">{text("moved", { from: moment(from), to: moment(to) })}</dd>
          </div>
        ))}
      </dl>
      {later === 0 ? null : (
        <p className="text-ink-2">
          {later === null ? text("effect.laterFew") : text("effect.later", { count: later })}
        </p>
      )}
    </div>
  );
}
