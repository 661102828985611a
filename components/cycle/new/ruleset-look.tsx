import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { CycleOptions } from "@/lib/cycle/types";
import { isLocale } from "@/lib/i18n/locales";
import { formatScore, maxOfFramework } from "@/lib/scoring";

/** What is in each version, for who has to choose one. */
export function RulesetLook({
  frameworks,
  policies,
}: Pick<CycleOptions, "frameworks" | "policies">) {
  const text = useTranslations("cycle.new");
  const language = useLocale();
  const locale = isLocale(language) ? language : "zh";
  const nameOf = (choice: { version: number; document: { name: Record<typeof locale, string> } }) =>
    text("version", { name: choice.document.name[locale], version: choice.version });
  return (
    <div className="grid gap-1">
      {frameworks.map((choice) => (
        <Disclosure key={choice.id} summary={text("look", { name: nameOf(choice) })}>
          <div className="mb-3 grid gap-3 border-s-2 border-line ps-4">
            <p className="text-sm text-ink-2">{choice.document.description[locale]}</p>
            <p className="text-sm text-ink-2">
              {text("lookFramework", {
                values: choice.document.values.length,
                max: formatScore(maxOfFramework(choice.document)),
              })}
            </p>
            <ul className="grid gap-3 md:grid-cols-2">
              {choice.document.values.map((value) => (
                <li key={value.key}>
                  <p className="font-semibold">
                    {value.name[locale]}
                    <span className="ms-2 text-xs font-normal text-ink-2">
                      {text(value.gated ? "gated" : "checklist")}
                    </span>
                  </p>
                  <ol className="list-decimal ps-5 text-sm text-ink-2">
                    {value.rungs.map((rung) => (
                      <li key={rung.point}>{rung.statement[locale]}</li>
                    ))}
                  </ol>
                </li>
              ))}
            </ul>
          </div>
        </Disclosure>
      ))}
      {policies.map((choice) => (
        <Disclosure key={choice.id} summary={text("look", { name: nameOf(choice) })}>
          <div className="mb-3 grid gap-2 border-s-2 border-line ps-4 text-sm text-ink-2">
            <p>{choice.document.description[locale]}</p>
            <ul className="flex flex-wrap gap-x-5" aria-label={text("bands")}>
              {choice.document.bands.map((band) => (
                <li key={band.key}>
                  {text("bandFrom", { name: band.name[locale], from: formatScore(band.from) })}
                </li>
              ))}
            </ul>
          </div>
        </Disclosure>
      ))}
    </div>
  );
}
