import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import type { DossierRung, DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";

/** How the framework explains one rung. */
export function RungMeaning({ rung }: { rung: DossierRung }) {
  const text = useTranslations("dossier.reading");
  const { locale } = useReader();
  const lists = [
    [text("supports"), rung.supports],
    [text("breaks"), rung.breaks],
  ] as const;
  return (
    <div className="grid gap-2 text-sm text-ink-2">
      <p>{pick(rung.meaning, locale)}</p>
      {lists.map(([title, hints]) =>
        hints.length === 0 ? null : (
          <div key={title}>
            <p className="font-semibold">{title}</p>
            <ul className="list-disc ps-5">
              {hints.map((hint) => (
                <li key={hint.zh}>{pick(hint, locale)}</li>
              ))}
            </ul>
          </div>
        ),
      )}
    </div>
  );
}

/** Beside the value that is read: the text of the rung it stands or falls at. */
export function MeaningCard({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier.reading");
  const { locale } = useReader();
  const rung = value.rungs.find(({ point }) => point === value.deciding);
  if (rung === undefined) return null;
  return (
    <Card
      headingLevel={3}
      title={text("meaning")}
      note={text("meaningOf", { value: pick(value.name, locale), point: rung.point })}
    >
      <p className="mb-2 text-sm font-semibold">{pick(rung.statement, locale)}</p>
      <RungMeaning rung={rung} />
    </Card>
  );
}
