import { CircleQuestionMark, SearchCheck, Star } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/marks/chip";
import { Score } from "@/components/ui/marks/score";
import { scoreDifference } from "@/lib/scoring";
import { formatDelta, formatScore } from "@/lib/scoring/format";
import type { ReviewCell } from "@/lib/second-level/types";

function toneOf(delta: number): string {
  if (delta === 0) return "text-ink-2";
  return delta > 0 ? "text-jade" : "text-rust";
}

/** The manager's score with its mark; under it the self-review's and the difference. */
export function CompareCell({ cell, max }: { cell: ReviewCell; max: number }) {
  const text = useTranslations("second-level");
  const delta = scoreDifference(cell.self, cell.manager);
  return (
    <span className="inline-flex flex-col items-start gap-1 max-md:flex-row max-md:items-center">
      <span className="max-md:[&_svg]:hidden">
        <Score halfPoints={cell.manager} max={max} />
      </span>
      {cell.self === null || delta === null ? null : (
        <span className="text-xs whitespace-nowrap text-ink-2 tabular">
          <span className="sr-only">
            {text("selfIsLabel", { score: formatScore(cell.self), delta: formatDelta(delta) })}
          </span>
          <span aria-hidden>
            <span className="max-md:hidden">
              {text("selfIs", { score: formatScore(cell.self) })}
            </span>
            <span className={`md:ms-1.5 ${toneOf(delta)}`}>{formatDelta(delta)}</span>
          </span>
        </span>
      )}
      {flagsOf(cell).map((flag) => (
        <Flag key={flag} flag={flag} />
      ))}
    </span>
  );
}

const marks = { verify: SearchCheck, five: Star, doubt: CircleQuestionMark } as const;
export type CellFlag = keyof typeof marks;

export const flagsOf = ({ doubt, flag }: ReviewCell): readonly CellFlag[] => [
  ...(doubt ? ["doubt" as const] : []),
  ...(flag === null ? [] : [flag]),
];

const toneOfFlag = (flag: CellFlag) => (flag === "five" ? "amber" : "indigo");

/** A word where there is room; on a phone a mark, which `FlagKey` explains. */
function Flag({ flag }: { flag: CellFlag }) {
  const text = useTranslations("second-level");
  return (
    <>
      <span className="max-md:hidden">
        <Chip tone={toneOfFlag(flag)}>{text(`flags.${flag}`)}</Chip>
      </span>
      <span className={`md:hidden ${flag === "five" ? "text-amber" : "text-indigo"}`}>
        <Icon of={marks[flag]} className="size-4" />
        <span className="sr-only">{text(`flags.${flag}`)}</span>
      </span>
    </>
  );
}

/** What the marks on a phone mean, of those that are there. */
export function FlagKey({ flags }: { flags: ReadonlySet<CellFlag> }) {
  const text = useTranslations("second-level");
  if (flags.size === 0) return null;
  return (
    <p aria-hidden className="flex flex-wrap gap-x-4 pt-2 text-xs text-ink-2 md:hidden">
      {[...flags].map((flag) => (
        <span key={flag} className="inline-flex items-center gap-1">
          <Icon
            of={marks[flag]}
            className={`size-4 ${flag === "five" ? "text-amber" : "text-indigo"}`}
          />
          {text(`flags.${flag}`)}
        </span>
      ))}
    </p>
  );
}
