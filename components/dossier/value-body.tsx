import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import type { DossierValue } from "@/lib/dossier/types";
import { renderReasons } from "@/lib/scoring";
import { formatScore } from "@/lib/scoring/format";
import { BeneficiaryViews } from "./beneficiary/views";
import { Changes } from "./rounds/changes";
import { Questions } from "./questions/questions";
import { RungList } from "./rung-list";
import { Doubt, Findings, Justification, SelfSays } from "./value-notes";

interface ValueBodyProps {
  value: DossierValue;
  /** Decisions on this one value. */
  children?: ReactNode;
}

/** Everything one value's score stands on: the sum in a line, the ladder, both sides' words, what was found. */
export function ValueBody({ value, children }: ValueBodyProps) {
  return (
    <div className="grid gap-4">
      <Changes changes={value.changes} gated={value.gated} />
      <div>
        <Why value={value} />
        <RungList value={value} />
      </div>
      <Doubt value={value} />
      <div className="grid items-start gap-3 md:grid-cols-2">
        <Justification value={value} />
        <SelfSays value={value} />
      </div>
      <Questions value={value} />
      <BeneficiaryViews views={value.views} />
      <Findings value={value} />
      {children}
    </div>
  );
}

/** “为什么是 5：…” from the scoring library, and which rung it all hangs on. */
function Why({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier.reading");
  const { locale } = useReader();
  const { explanations, deciding, scores } = value;
  return (
    <div className="mb-3 border-s-3 border-jade ps-3 text-sm text-ink-2">
      {renderReasons(explanations.manager, locale).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {deciding === null || scores.manager === null ? null : (
        <p className="font-semibold text-ink">
          {text("hangsOn", { score: formatScore(scores.manager), point: deciding })}
        </p>
      )}
    </div>
  );
}
