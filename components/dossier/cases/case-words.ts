import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import type { ChipTone } from "@/components/ui/marks/chip";
import type { DossierCase } from "@/lib/dossier/types";
import type { CaseMark } from "@/lib/rounds/types";
import { formatDay } from "@/lib/i18n/dates";

/** A case in the reader's language. */
export interface CaseWords {
  readonly id: string;
  readonly marks: readonly { readonly tone: ChipTone; readonly words: string }[];
  readonly title: string;
  readonly parts: readonly { readonly term: string; readonly words: string }[];
}

const facts = ["happened", "action", "outcome"] as const;

export function useCaseWords(): (item: DossierCase, mark?: CaseMark) => CaseWords {
  const text = useTranslations("dossier.case");
  const rounds = useTranslations("dossier.rounds.mark");
  const { locale } = useReader();
  // A calendar day, kept as midnight UTC.
  const day = (date: string) =>
    date === "" ? "" : formatDay(new Date(`${date}T00:00:00Z`), locale, "UTC");
  return (item, mark) => {
    const origin = {
      tone: item.side === "self" ? "jade" : "indigo",
      words: text(item.side),
    } as const;
    const contradicts = item.kind === "contradicts";
    const against = { tone: "rust", words: text("against") } as const;
    const parts = [
      { term: text("when"), words: day(item.happenedOn) },
      ...facts.map((fact) => ({ term: text(fact), words: item[fact] })),
      { term: text(contradicts ? "affected" : "beneficiary"), words: item.beneficiary },
    ];
    return {
      id: item.id,
      marks: [
        origin,
        ...(contradicts ? [against] : []),
        ...(mark === undefined ? [] : [{ tone: "amber" as const, words: rounds(mark) }]),
      ],
      title: item.title.trim() === "" ? text("untitled") : item.title,
      parts: parts.filter(({ words }) => words.trim() !== ""),
    };
  };
}
