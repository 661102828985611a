import { useTranslations } from "next-intl";
import { pick } from "@/lib/i18n/pick";
import type { SheetConsequence } from "@/lib/sheet/types";
import { useReader } from "@/components/reader/use-reader";

/** What the rules propose, each with every rule that asks for it; nothing here happens by itself. */
export function ConsequenceList({ consequences }: { consequences: readonly SheetConsequence[] }) {
  const text = useTranslations("dossier.sums");
  const { locale } = useReader();
  return (
    <ul className="grid gap-2">
      {consequences.map(({ code, text: words, why, dated }) => (
        <li key={code}>
          <p className="font-semibold">{pick(words, locale)}</p>
          <ul className="text-sm text-ink-2">
            {why.map((cause) => (
              <li key={cause.zh}>{pick(cause, locale)}</li>
            ))}
          </ul>
          {dated ? <p className="text-sm">{text("dated")}</p> : null}
        </li>
      ))}
    </ul>
  );
}
