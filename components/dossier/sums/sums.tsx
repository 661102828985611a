import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import { pick } from "@/lib/i18n/pick";
import type { SheetSums } from "@/lib/sheet/types";
import { ConsequenceList } from "./consequence-list";
import { useReader } from "../reader";

/** How the manager's total, its band and the proposed consequences come about: the arithmetic, to be redone by hand. */
export function Sums({ sums }: { sums: SheetSums }) {
  const text = useTranslations("dossier.sums");
  const { consequences } = sums;
  return (
    <Card title={text("title")}>
      <div className="grid gap-3 text-sm">
        <Arithmetic sums={sums} />
        {consequences.length === 0 ? null : (
          <div className="grid gap-1">
            <p className="font-semibold">{text("consequences")}</p>
            <ConsequenceList consequences={consequences} />
          </div>
        )}
      </div>
    </Card>
  );
}

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
