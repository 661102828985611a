import { useTranslations } from "next-intl";
import { RecordCard } from "@/components/interview/record";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Chip } from "@/components/ui/marks/chip";
import { pick } from "@/lib/i18n/pick";
import type { FormerResult, FormerResults as All } from "@/lib/result/types";
import { formatScore } from "@/lib/scoring";
import { AnswerState } from "../answer/answer-state";
import { ValueResult } from "../value-result";

/** The results published before, the latest first, each as it stood: scores, minutes and answers. */
export function FormerResults({ former, own }: Pick<All, "former" | "own">) {
  const text = useTranslations("result.former");
  const { moment } = useReader();
  return former.map((one) => (
    <Card
      key={one.edition}
      title={text("title", { edition: one.edition })}
      note={text("since", {
        published: one.publishedAt === null ? "" : moment(one.publishedAt),
        reopened: moment(one.reopenedAt),
      })}
    >
      <div className="grid gap-4">
        <Totals {...one} />
        <Reasons {...one} />
        <Disclosure summary={text("open")}>
          <div className="grid gap-4 pt-2">
            {one.answers.length === 0 ? (
              <p className="text-sm text-ink-2">{text("unanswered")}</p>
            ) : (
              <AnswerState result={{ answers: one.answers, own, answerShut: null }} former />
            )}
            <ul className="border-t border-line">
              {one.values.map((value) => (
                <ValueResult key={value.key} value={value} />
              ))}
            </ul>
            {one.interview === null ? null : (
              <RecordCard
                id={`interview-record-${String(one.edition)}`}
                record={one.interview}
                values={one.values}
                open={false}
              />
            )}
          </div>
        </Disclosure>
      </div>
    </Card>
  ));
}

function Totals({ totals, band }: Pick<FormerResult, "totals" | "band">) {
  const text = useTranslations("result.total");
  const { locale } = useReader();
  if (totals.manager === null) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 tabular">
      <span className="text-sm text-ink-2">{text("label")}</span>
      <span className="text-xl font-semibold">{formatScore(totals.manager)}</span>
      <span className="text-sm text-ink-2">{text("outOf", { max: formatScore(totals.max) })}</span>
      {band === null ? null : <span className="font-semibold">{pick(band, locale)}</span>}
    </p>
  );
}

/** Why it was reopened, and where each reason points. */
function Reasons({ reasons, reopenedBy }: Pick<FormerResult, "reasons" | "reopenedBy">) {
  const text = useTranslations("result.former");
  const { locale } = useReader();
  return (
    <div>
      <p className="text-sm text-ink-2">{text("why", { name: reopenedBy })}</p>
      <ul className="grid gap-2 pt-1">
        {reasons.map(({ id, reason, value, point }) => (
          <li key={id} className="border-s-3 border-amber ps-3">
            {value === null ? null : (
              <Chip tone="amber">
                {point === null
                  ? pick(value, locale)
                  : text("pin", { value: pick(value, locale), point })}
              </Chip>
            )}
            <p className="whitespace-pre-wrap">{reason}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
