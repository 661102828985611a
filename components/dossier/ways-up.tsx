import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import type { DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";

/** What would raise a score, in the framework's words: what the level asks for and what usually shows it. */
export function WaysUp({ waysUp, gated }: Pick<DossierValue, "waysUp" | "gated">) {
  const text = useTranslations("dossier.waysUp");
  const { locale } = useReader();
  if (waysUp.length === 0) return null;
  return (
    <div className="rounded-md bg-amber-soft/60 px-3 py-2 text-sm">
      <p className="text-xs font-semibold text-amber">{text("title")}</p>
      {waysUp.map(({ point, statement, meaning, kind, hints }) => (
        <div key={point} className="mt-1">
          <p className="font-semibold">
            {text("rung", {
              point,
              gated: gated ? "yes" : "no",
              statement: pick(statement, locale),
            })}
          </p>
          <p>{pick(meaning, locale)}</p>
          {hints.length === 0 ? null : (
            <p className="text-ink-2 print:hidden">
              {text(kind, { hints: hints.map((hint) => pick(hint, locale)).join(text("between")) })}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
