import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { RungHints } from "@/components/sheet/ladder/rung-hints";
import { RungMark } from "@/components/sheet/ladder/rung-mark";
import { Chip } from "@/components/ui/marks/chip";
import { pick } from "@/lib/i18n/pick";
import type { RungDefinition, ValueDefinition } from "@/lib/scoring";
import { AssumedMark } from "../version/assumed-mark";
import { rungAnchor } from "./anchors";

interface DocumentRungProps {
  value: ValueDefinition;
  rung: RungDefinition;
  last: boolean;
}

export function DocumentRung({ value: { key, gated }, rung, last }: DocumentRungProps) {
  const text = useTranslations("ruleset.framework");
  const words = useTranslations("scoring");
  const { locale } = useReader();
  return (
    <li
      id={rungAnchor(key, rung.point)}
      aria-label={words(gated ? "rung" : "rule", { point: rung.point })}
      className="grid grid-cols-[auto_1fr] gap-x-3 border-t border-line px-3 py-4 first:border-t-0 target:bg-jade-wash md:gap-x-4 md:px-4"
    >
      <RungMark point={rung.point} reach="passed" next={last ? null : "passed"} gated={gated} />
      <div className="grid min-w-0 gap-1.5">
        <div className="flex flex-wrap items-start justify-between gap-x-5 gap-y-1.5">
          <p className="min-w-0 flex-1 basis-72 font-semibold">{pick(rung.statement, locale)}</p>
          <span className="flex flex-wrap items-center gap-1.5">
            {rung.assumed ? <AssumedMark /> : null}
            <Chip tone={rung.grant === "presumed" ? "neutral" : "indigo"}>
              {words(`grant.${rung.grant}`)}
            </Chip>
          </span>
        </div>
        <RungHints rung={rung} gated={gated}>
          <span>{text(rung.halfPoint)}</span>
        </RungHints>
      </div>
    </li>
  );
}
