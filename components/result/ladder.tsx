import { useTranslations } from "next-intl";
import { useCaseWords } from "@/components/dossier/cases/case-words";
import { useFormerWords } from "@/components/dossier/rounds/former-case";
import { useReader } from "@/components/reader/use-reader";
import type { ChipTone } from "@/components/ui/marks/chip";
import type { DossierRung, DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { sides, type Side } from "@/lib/sheet/types";
import { RungList } from "./rung-list";

const tones = {
  met: "jade",
  partly: "amber",
  unmet: "rust",
  open: "neutral",
} as const satisfies Readonly<Record<DossierRung["verdicts"][Side], ChipTone>>;

/** The ladder as it was walked: jade while passed, amber at the gate, dashed beyond it. */
export function ResultLadder({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier");
  const { locale } = useReader();
  const reachOf = useReach(value);
  const caseWords = useCaseWords();
  const formerWords = useFormerWords();
  return (
    <RungList
      label={text("rungs", {
        name: pick(value.name, locale),
        gated: value.gated ? "yes" : "no",
      })}
      gated={value.gated}
      rungs={value.rungs.map((rung) => ({
        point: rung.point,
        reach: rung.reach,
        statement: pick(rung.statement, locale),
        grounds: `${text(`grant.${rung.grant}`)} · ${reachOf(rung)}`,
        verdicts: sides.map((side) => ({
          side: text(side),
          tone: tones[rung.verdicts[side]],
          words: text(`verdict.${rung.verdicts[side]}`),
        })),
        cases: rung.cases.map((item) => caseWords(item)),
        former: rung.former.map((item) => formerWords(item)),
      }))}
    />
  );
}

function useReach({ gated, rungs }: DossierValue): (rung: DossierRung) => string {
  const text = useTranslations("result.values.reach");
  const gate = gated ? rungs.find(({ reach }) => reach === "gate") : undefined;
  return ({ reach, verdicts }) => {
    if (gated) return text(reach, { gate: gate?.point ?? 0 });
    if (verdicts.manager === "partly") return text("ruleHalf");
    return text(reach === "passed" ? "rulePassed" : "ruleGate");
  };
}
