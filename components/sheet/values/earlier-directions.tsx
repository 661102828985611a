import { useTranslations } from "next-intl";
import type { EarlierDirections as Earlier } from "@/lib/sheet/types";

const card = "rounded-lg border border-jade-soft bg-jade-wash px-4 md:px-5";

/** What was agreed on in the interview before, on top of the sheet it is to show in; on a phone one line until pressed. */
export function EarlierDirections({ earlier }: { earlier: Earlier | null }) {
  const text = useTranslations("sheet.earlier");
  if (earlier === null) return null;
  const { year, quarter, by, direction } = earlier;
  const quarterOf = { year: String(year), quarter: String(quarter) };
  const count = direction.split("\n").filter((line) => line.trim() !== "").length;
  const body = (
    <>
      <p className="mt-1 break-words whitespace-pre-wrap">{direction}</p>
      <p className="mt-1 text-xs text-ink-2">{text("by", { name: by })}</p>
    </>
  );
  return (
    <>
      <details open className={`${card} py-3 max-md:hidden print:block`}>
        <summary className="cursor-pointer font-semibold">{text("title", quarterOf)}</summary>
        {body}
      </details>
      <details data-directions className={`${card} -mt-6 -mb-3 md:hidden print:hidden`}>
        <summary className="flex touch items-center gap-2 text-sm">
          <span className="min-w-0 flex-1 truncate">{text("short", quarterOf)}</span>
          <span className="shrink-0 text-ink-2 tabular">{text("count", { count })}</span>
        </summary>
        <div className="pb-3">{body}</div>
      </details>
    </>
  );
}
