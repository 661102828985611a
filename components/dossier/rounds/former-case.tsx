import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { pick } from "@/lib/i18n/pick";
import type { ShownFormerCase } from "@/lib/rounds/types";
import { useCaseWords } from "../cases/case-words";
import { WordedCase } from "../cases/worded-case";

/** A case as it was handed in before, marked with what became of it. */
export function FormerCase({ item }: { item: ShownFormerCase }) {
  const text = useTranslations("dossier.rounds");
  const { locale, moment } = useReader();
  const words = useCaseWords()(item);
  const { fate, movedTo } = item;
  const became =
    movedTo === null
      ? text(`fate.${fate}`)
      : text("fate.movedTo", {
          value: pick(movedTo.value, locale),
          point: movedTo.rung,
          gated: movedTo.gated ? "yes" : "no",
        });
  const mark = { tone: fate === "removed" ? "rust" : "amber", words: became } as const;
  const until = { term: text("lastHandedIn"), words: moment(item.at) };
  return (
    <WordedCase
      words={{ ...words, marks: [mark, ...words.marks], parts: [until, ...words.parts] }}
    />
  );
}
