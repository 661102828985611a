import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Table } from "@/components/ui/data/table";
import { Card } from "@/components/ui/layout/card";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { pick } from "@/lib/i18n/pick";
import { trendOf, type TrendPoint } from "@/lib/result/rules";
import type { OwnAppraisal } from "@/lib/result/types";
import { formatScore } from "@/lib/scoring";

/** How the total moved over the last quarters; nothing to draw before there are two. */
export function Trend({ appraisals }: { appraisals: readonly OwnAppraisal[] }) {
  const text = useTranslations("mine");
  const { locale } = useReader();
  const points = trendOf(appraisals);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const short = (point: TrendPoint) =>
    text("quarterShort", { year: String(point.year), quarter: String(point.quarter) });
  return (
    <Card title={text("trend.title")} note={text("trend.note", { count: points.length })}>
      <figure
        role="img"
        aria-label={text("trend.label", {
          first: short(first),
          from: formatScore(first.total),
          last: short(last),
          to: formatScore(last.total),
        })}
      >
        <Plot points={points} labelOf={short} />
      </figure>
      <div className="mt-2">
        <Disclosure summary={text("trend.table")}>
          <Table
            caption={text("trend.table")}
            rows={points}
            rowKey={short}
            columns={[
              { id: "quarter", header: text("trend.quarter"), rowHeader: true, cell: short },
              {
                id: "total",
                header: text("trend.total"),
                cell: ({ total, maxTotal }) => `${formatScore(total)} / ${formatScore(maxTotal)}`,
              },
              {
                id: "band",
                header: text("trend.band"),
                cell: ({ band }) => (band === null ? null : pick(band, locale)),
              },
            ]}
          />
        </Disclosure>
      </div>
    </Card>
  );
}

const height = 100;

interface PlotProps {
  points: readonly TrendPoint[];
  labelOf: (point: TrendPoint) => string;
}

/** The line is stretched to the width; figures and dots are text and boxes, which keep their size on a phone. */
function Plot({ points, labelOf }: PlotProps) {
  const line = points.map(({ share }, index) => `${index + 0.5},${height * (1 - share)}`).join(" ");
  return (
    <div aria-hidden className="tabular">
      <div className="relative h-30">
        <svg
          viewBox={`0 0 ${points.length} ${height}`}
          preserveAspectRatio="none"
          className="absolute inset-0 size-full"
        >
          <polyline
            points={line}
            fill="none"
            vectorEffect="non-scaling-stroke"
            strokeWidth="2"
            className="stroke-jade"
          />
        </svg>
        {points.map((point, index) => (
          <span
            key={labelOf(point)}
            className="absolute -translate-x-1/2 -translate-y-1/2"
            style={{
              insetInlineStart: `${(100 * (index + 0.5)) / points.length}%`,
              insetBlockStart: `${100 * (1 - point.share)}%`,
            }}
          >
            <span className="absolute start-1/2 bottom-2.5 -translate-x-1/2 text-sm font-semibold whitespace-nowrap">
              {formatScore(point.total)}
            </span>
            <span className="block size-2.5 rounded-full border-2 border-jade bg-card" />
          </span>
        ))}
      </div>
      <div
        className="mt-2 grid border-t border-line pt-1 text-center text-xs text-ink-2"
        style={{ gridTemplateColumns: `repeat(${points.length}, minmax(0, 1fr))` }}
      >
        {points.map((point) => (
          <span key={labelOf(point)}>{labelOf(point)}</span>
        ))}
      </div>
    </div>
  );
}
