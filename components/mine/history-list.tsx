import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import { Chip } from "@/components/ui/marks/chip";
import { StepMark } from "@/components/ui/marks/step-mark";
import { pick } from "@/lib/i18n/pick";
import type { OwnAppraisal } from "@/lib/result/types";
import { formatScore, totalMark } from "@/lib/scoring";
import { ValueMarks } from "./value-marks";

/** Past quarters, newest first: the total, the band and every value with its mark. */
export function HistoryList({ appraisals }: { appraisals: readonly OwnAppraisal[] }) {
  const text = useTranslations("mine.history");
  return (
    <Card title={text("title")} flush>
      {appraisals.length === 0 ? (
        <p className="px-4 pb-5 text-ink-2 md:px-5">{text("empty")}</p>
      ) : (
        <ul className="border-t border-line">
          {appraisals.map((appraisal) => (
            <li
              key={appraisal.appraisalId}
              className="grid gap-x-8 gap-y-3 border-t border-line p-4 first:border-t-0 md:grid-cols-[15rem_1fr] md:px-5"
            >
              <QuarterHead appraisal={appraisal} />
              {appraisal.result === null ? null : <ValueMarks values={appraisal.result.values} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function QuarterHead({ appraisal }: { appraisal: OwnAppraisal }) {
  const text = useTranslations("mine");
  const { locale } = useReader();
  const { result } = appraisal;
  const name = text("quarter", {
    year: String(appraisal.year),
    quarter: String(appraisal.quarter),
  });
  if (result === null)
    return (
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{name}</span>
        <Chip>{text("history.unfinished")}</Chip>
      </p>
    );
  const band = result.band === null ? text("history.noBand") : pick(result.band, locale);
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <div className="min-w-0">
        <p>
          <Link
            href={`/results/${appraisal.appraisalId}`}
            className="inline-flex touch items-center font-semibold link"
          >
            {name}
          </Link>
        </p>
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          {band}
          {result.answer === "objected" ? (
            <Chip tone="amber">{text("history.objected")}</Chip>
          ) : null}
          {result.answer === null ? <Chip>{text("history.unanswered")}</Chip> : null}
        </p>
      </div>
      {result.total === null ? null : (
        <p className="flex items-baseline gap-2.5">
          <StepMark {...totalMark(result.total, result.maxTotal)} size="md" decorative />
          <span className="min-w-11 text-end text-xl leading-none font-semibold tabular">
            <span className="sr-only">{text("history.total")} </span>
            {formatScore(result.total)}
          </span>
        </p>
      )}
    </div>
  );
}
