import type { DossierCase } from "@/lib/dossier/types";
import type { CaseMark } from "@/lib/rounds/types";
import { useCaseWords } from "./case-words";
import { WordedCase } from "./worded-case";

interface CaseCardProps {
  item: DossierCase;
  /** What is different about it since it was handed in before. */
  mark?: CaseMark | undefined;
  open?: boolean;
}

export function CaseCard({ item, mark, open = false }: CaseCardProps) {
  return <WordedCase words={useCaseWords()(item, mark)} open={open} />;
}
