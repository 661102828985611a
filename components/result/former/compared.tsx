import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/feedback/notice";
import type { FormerResult, Result } from "@/lib/result/types";
import { formatScore } from "@/lib/scoring";

interface ComparedProps {
  result: Result;
  former: FormerResult;
}

/** Over a result that was published anew: what it was before and what it is now, so that none is lowered in silence. */
export function Compared({ result, former }: ComparedProps) {
  const text = useTranslations("result.former");
  const [from, to] = [former.totals.manager, result.dossier.totals?.manager ?? null];
  const edition = former.edition + 1;
  if (from === null || to === null) return <Notice tone="warn" title={text("anew", { edition })} />;
  const way = to === from ? "same" : to < from ? "lower" : "higher";
  return (
    <Notice tone="warn" title={text("anew", { edition })}>
      <p>{text(way, { from: formatScore(from), to: formatScore(to) })}</p>
      <p>{text("below")}</p>
    </Notice>
  );
}
