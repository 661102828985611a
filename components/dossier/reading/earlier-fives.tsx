import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import type { EarlierFive } from "@/lib/dossier/types";
import { formatScore } from "@/lib/scoring/format";

/** What was approved at the top of this value before, to judge a new one by; nobody is named. */
export function EarlierFives({ fives }: { fives: readonly EarlierFive[] }) {
  const text = useTranslations("dossier.reading.fives");
  return (
    <Card title={text("title")} note={text("note")}>
      {fives.length === 0 ? <p className="text-sm text-ink-2">{text("none")}</p> : null}
      <ul className="grid gap-3 empty:hidden">
        {fives.map(({ id, title, words, halfPoints, year, quarter }) => (
          <li key={id} className="border-t border-line pt-2 first:border-t-0 first:pt-0">
            <p className="font-semibold">{title}</p>
            <p className="line-clamp-4 text-sm">{words}</p>
            <p className="text-sm text-ink-2 tabular">
              {text("when", { year, quarter, score: formatScore(halfPoints) })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
