"use client";
import clsx from "clsx";
import { WordedCase } from "@/components/dossier/cases/worded-case";
import type { CaseWords } from "@/components/dossier/cases/case-words";
import { RungMark } from "@/components/sheet/ladder/rung-mark";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import type { RungOutcome } from "@/lib/scoring";

interface RungWords {
  readonly point: number;
  readonly reach: RungOutcome["reach"];
  readonly statement: string;
  readonly grounds: string;
  readonly verdicts: readonly {
    readonly side: string;
    readonly tone: ChipTone;
    readonly words: string;
  }[];
  readonly cases: readonly CaseWords[];
  /** Of rounds before: to read, and not for the paper that both sign. */
  readonly former: readonly CaseWords[];
}

interface RungListProps {
  label: string;
  gated: boolean;
  rungs: readonly RungWords[];
}

/**
 * Holds no state. In the browser's half because words travel there once and lighter than the markup around them,
 * which would be sent and rendered twice: a result has some thirty rungs.
 */
export function RungList({ label, gated, rungs }: RungListProps) {
  return (
    <ol
      aria-label={label}
      className="divide-y divide-line rounded-lg border border-line *:grid *:grid-cols-[auto_1fr] *:gap-x-3 *:px-3 *:py-4 md:*:gap-x-4 md:*:px-4"
    >
      {rungs.map(({ point, reach, statement, grounds, verdicts, cases, former }, index) => (
        <li key={point} className={reach === "closed" ? "bg-sunk/60" : undefined}>
          <RungMark
            point={point}
            reach={reach}
            next={rungs[index + 1]?.reach ?? null}
            gated={gated}
          />
          <div className="min-w-0">
            <div className="flex flex-wrap items-start justify-between gap-x-5 gap-y-1.5">
              <div className={clsx("min-w-0 flex-1 basis-64", reach === "closed" && "text-ink-2")}>
                <p className="font-semibold">{statement}</p>
                <p className="text-xs text-ink-2 print:hidden">{grounds}</p>
              </div>
              <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
                {verdicts.map(({ side, tone, words }) => (
                  <span key={side} className="flex items-center gap-2">
                    {side}
                    <Chip tone={tone}>{words}</Chip>
                  </span>
                ))}
              </p>
            </div>
            {cases.map((words) => (
              <WordedCase key={words.id} words={words} />
            ))}
            {former.length === 0 ? null : (
              <div className="no-print">
                {former.map((words) => (
                  <WordedCase key={words.id} words={words} />
                ))}
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
