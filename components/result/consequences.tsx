import { useTranslations } from "next-intl";
import { useReader } from "@/components/dossier/reader";
import { Card } from "@/components/ui/layout/card";
import type { Dossier } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import type { ProposedText, Result } from "@/lib/result/types";
import { formatScore } from "@/lib/scoring";

/** What the rules propose and which rule asked for it; nothing here happens by itself. */
export function Consequences({ result }: { result: Result }) {
  const text = useTranslations("result.consequences");
  const { locale } = useReader();
  const { consequences, dossier, bands } = result;
  if (consequences.length === 0) return null;
  const texts = [...new Map(consequences.map((one) => [one.code, one.text]))];
  return (
    <Card title={text("title")} note={text("note")} tone="amber">
      <ul className="grid gap-2">
        {texts.map(([code, words]) => (
          <li key={code}>
            <p className="font-semibold">{pick(words, locale)}</p>
            <ul className="text-sm text-ink-2">
              {consequences
                .filter((one) => one.code === code)
                .map(({ because }) => (
                  <li key={because.kind === "band" ? "band" : because.value}>
                    <Cause because={because} values={dossier.values} bands={bands} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface CauseProps {
  because: ProposedText["because"];
  values: Dossier["values"];
  bands: Result["bands"];
}

function Cause({ because, values, bands }: CauseProps) {
  const text = useTranslations("result.consequences");
  const { locale } = useReader();
  const named = (list: CauseProps["bands"] | CauseProps["values"], key: string) => {
    const found = list.find((one) => one.key === key);
    return found === undefined ? key : pick(found.name, locale);
  };
  return because.kind === "band"
    ? text("band", { total: formatScore(because.total), band: named(bands, because.band) })
    : text("value", { value: named(values, because.value), score: formatScore(because.score) });
}
