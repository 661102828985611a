import { useLocale, useTranslations } from "next-intl";
import { isLocale } from "@/lib/i18n/locales";
import {
  formatScore,
  maxOfFramework,
  type FrameworkDocument,
  type PolicyDocument,
} from "@/lib/scoring";

/** What is in a framework, for who has to choose one. */
export function FrameworkLook({ document }: { document: FrameworkDocument }) {
  const text = useTranslations("cycle.new");
  const language = useLocale();
  const locale = isLocale(language) ? language : "zh";
  return (
    <div className="grid gap-3 border-s-2 border-line ps-4">
      <p className="text-sm text-ink-2">
        {text("lookFramework", {
          values: document.values.length,
          max: formatScore(maxOfFramework(document)),
        })}
      </p>
      <ul className="grid gap-3">
        {document.values.map((value) => (
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
  );
}

/** The bands of a policy, scaled as the policy itself writes them. */
export function PolicyLook({ document }: { document: PolicyDocument }) {
  const text = useTranslations("cycle.new");
  const language = useLocale();
  const locale = isLocale(language) ? language : "zh";
  return (
    <ul
      className="grid gap-1 border-s-2 border-line ps-4 text-sm text-ink-2"
      aria-label={text("bands")}
    >
      {document.bands.map((band) => (
        <li key={band.key}>
          {text("bandFrom", { name: band.name[locale], from: formatScore(band.from) })}
        </li>
      ))}
    </ul>
  );
}
