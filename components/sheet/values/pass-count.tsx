import { useTranslations } from "next-intl";
import { formatScore, type PolicyDocument, type SheetResult } from "@/lib/scoring";

interface PassCountProps {
  result: SheetResult;
  policy: PolicyDocument;
}

/** How many of the values judged so far are up to the policy's usual standard. Nothing where it draws no line. */
export function PassCount({ result, policy }: PassCountProps) {
  const text = useTranslations("scoring.pass");
  const { passLine } = policy;
  const judged = result.values.filter(({ passed }) => passed !== null);
  if (passLine === undefined || judged.length === 0) return null;
  return (
    <span className="text-xs text-ink-2 tabular">
      {text("count", {
        line: formatScore(passLine),
        passed: judged.filter(({ passed }) => passed === true).length,
        judged: judged.length,
      })}
    </span>
  );
}
