import { pick } from "@/lib/i18n/pick";
import type { SheetSums } from "@/lib/sheet/types";
import { useReader } from "@/components/reader/use-reader";

/** The printed sum and the bounds of the band it reaches. */
export function Arithmetic({ sums: { total, band } }: { sums: Pick<SheetSums, "total" | "band"> }) {
  const { locale } = useReader();
  return (
    <div className="grid gap-1 text-sm tabular">
      <p>{pick(total, locale)}</p>
      {band === null ? null : <p className="text-ink-2">{pick(band, locale)}</p>}
    </div>
  );
}
