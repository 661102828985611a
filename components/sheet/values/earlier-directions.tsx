import { useTranslations } from "next-intl";
import type { EarlierDirections as Earlier } from "@/lib/sheet/types";

/** What was agreed on in the interview before, on top of the sheet it is to show in. */
export function EarlierDirections({ earlier }: { earlier: Earlier | null }) {
  const text = useTranslations("sheet.earlier");
  if (earlier === null) return null;
  const { year, quarter, by, direction } = earlier;
  return (
    <details open className="rounded-lg border border-jade-soft bg-jade-wash px-4 py-3 md:px-5">
      <summary className="cursor-pointer font-semibold">
        {text("title", { year: String(year), quarter: String(quarter) })}
      </summary>
      <p className="mt-1 break-words whitespace-pre-wrap">{direction}</p>
      <p className="mt-1 text-xs text-ink-2">{text("by", { name: by })}</p>
    </details>
  );
}
