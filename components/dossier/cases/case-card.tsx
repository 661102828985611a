import type { DossierCase } from "@/lib/dossier/types";
import { useCaseWords } from "./case-words";
import { WordedCase } from "./worded-case";

export function CaseCard({ item, open = false }: { item: DossierCase; open?: boolean }) {
  return <WordedCase words={useCaseWords()(item)} open={open} />;
}
