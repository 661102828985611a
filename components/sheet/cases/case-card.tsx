"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useReader } from "@/components/reader/use-reader";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import { formatDay } from "@/lib/i18n/dates";
import type { CaseMark } from "@/lib/rounds/types";
import type { SheetCase, Side } from "@/lib/sheet/types";
import { caseLength } from "./case-length";

interface CaseCardProps {
  item: SheetCase;
  /** Whose case it is, where both sides' cases stand together. */
  origin?: Side | undefined;
  note?: string | null;
  /** What is different about it since it was handed in before. */
  mark?: CaseMark | undefined;
  actions?: ReactNode;
  /** Everything in the open instead of behind “full text”. */
  full?: boolean;
}

/** One case to read. */
export function CaseCard({
  item,
  origin,
  note = null,
  mark,
  actions,
  full = false,
}: CaseCardProps) {
  const text = useTranslations("sheet.case");
  const { locale } = useReader();
  const against = item.kind === "contradicts";
  const tone: ChipTone = against ? "rust" : origin === "manager" ? "indigo" : "jade";
  const label = against
    ? text("contradicts")
    : origin === undefined
      ? text("supports")
      : text(origin === "self" ? "fromSelf" : "fromManager");
  // A calendar day without a zone: any other zone than UTC could move it.
  const day =
    item.happenedOn === ""
      ? null
      : formatDay(new Date(`${item.happenedOn}T00:00:00Z`), locale, "UTC");
  const body = <CaseBody item={item} side={origin ?? "self"} />;
  return (
    <article className="grid gap-1 rounded-lg bg-sunk px-3 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2">
          <Chip tone={tone}>{label}</Chip>
          <Marked mark={mark} />
          {day ? <span className="text-sm text-ink-2 tabular">{day}</span> : null}
          <span className="min-w-0 font-semibold">{item.title.trim() || text("untitled")}</span>
        </p>
        <span className="flex items-center gap-2 text-xs text-ink-2">
          <span className="tabular">{text("characters", { used: caseLength(item) })}</span>
          {actions}
        </span>
      </div>
      {note ? <p className="text-xs text-amber">{note}</p> : null}
      {full ? (
        body
      ) : (
        <>
          <p className="line-clamp-1 text-sm text-ink-2">{item.action || item.happened}</p>
          <Disclosure
            summary={
              <>
                {text("full")}
                <span className="sr-only"> · {item.title.trim() || text("untitled")}</span>
              </>
            }
          >
            {body}
          </Disclosure>
        </>
      )}
    </article>
  );
}

export function Marked({ mark }: Pick<CaseCardProps, "mark">) {
  const text = useTranslations("dossier.rounds.mark");
  return mark === undefined ? null : <Chip tone="amber">{text(mark)}</Chip>;
}

function CaseBody({ item, side }: { item: SheetCase; side: Side }) {
  const text = useTranslations("sheet.case");
  const parts = [
    [text("happened"), item.happened],
    [text("action", { side }), item.action],
    [text("outcome"), item.outcome],
    [text(item.kind === "contradicts" ? "affected" : "beneficiary"), item.beneficiary],
  ] as const;
  return (
    <dl className="facts md:grid-cols-[7rem_1fr]">
      {parts.map(([name, words]) =>
        words.trim() === ""
          ? null
          : [<dt key={`${name} term`}>{name}</dt>, <dd key={name}>{words}</dd>],
      )}
    </dl>
  );
}
