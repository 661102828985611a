import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { pick } from "@/lib/i18n/pick";
import type { ShownFormerCase } from "@/lib/rounds/types";
import { useCaseWords, type CaseWords } from "../cases/case-words";
import { WordedCase } from "../cases/worded-case";

interface FormerCaseProps {
  item: ShownFormerCase;
  /** Where it stood, where the page does not say so. */
  place?: string;
}

/** A case as it was handed in before, marked with what became of it. */
export function FormerCase({ item, place }: FormerCaseProps) {
  return <WordedCase words={useFormerWords()(item, place)} />;
}

export function useFormerWords(): (item: ShownFormerCase, place?: string) => CaseWords {
  const text = useTranslations("dossier.rounds");
  const { locale, moment } = useReader();
  const caseWords = useCaseWords();
  return (item, place) => {
    const { id, marks, title, parts } = caseWords(item);
    const { fate, movedTo, at } = item;
    const became =
      movedTo === null
        ? text(`fate.${fate}`)
        : text("fate.movedTo", {
            value: pick(movedTo.value, locale),
            point: movedTo.rung,
            gated: movedTo.gated ? "yes" : "no",
          });
    const tone = fate === "removed" ? "rust" : "amber";
    const words = place === undefined ? became : `${place} · ${became}`;
    return {
      id: `${id} ${at.toISOString()}`,
      marks: [{ tone, words }, ...marks],
      title,
      parts: [{ term: text("lastHandedIn"), words: moment(at) }, ...parts],
    };
  };
}
