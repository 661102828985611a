import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Table } from "@/components/ui/data/table";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { pick } from "@/lib/i18n/pick";
import { bandSpans, type BandSpan } from "@/lib/result/rules";
import type { Result } from "@/lib/result/types";
import { formatScore, type HalfPoints } from "@/lib/scoring";

interface BandScaleProps {
  bands: Result["bands"];
  total: HalfPoints;
  /** The key of the band the rules give. */
  reached: Result["reached"];
  /** Whether a single value brought it and not the total. */
  lowered: Result["lowered"];
  maxTotal: HalfPoints;
}

/** Where the total stands among the bands of the policy: a scale to see, a table to read. */
export function BandScale({ bands, total, reached: key, lowered, maxTotal }: BandScaleProps) {
  const text = useTranslations("result.scale");
  const { locale } = useReader();
  const spans = bandSpans(bands, key, maxTotal);
  const reached = spans.find((span) => span.reached);
  const label =
    reached === undefined
      ? text("noBand", { total: formatScore(total) })
      : text(lowered ? "lowered" : "label", {
          total: formatScore(total),
          band: pick(reached.name, locale),
          from: formatScore(reached.from),
          to: formatScore(reached.to),
          max: formatScore(maxTotal),
        });
  return (
    <div className="grid gap-1">
      <Plot label={label} spans={spans} total={total} maxTotal={maxTotal} />
      <Bounds spans={spans} maxTotal={maxTotal} />
      <div className="no-print">
        <Disclosure summary={text("table")}>
          <Table
            caption={text("table")}
            rows={spans.toReversed()}
            rowKey={({ key }) => key}
            columns={[
              {
                id: "band",
                header: text("band"),
                rowHeader: true,
                cell: ({ name }) => pick(name, locale),
              },
              {
                id: "range",
                header: text("range"),
                cell: ({ from, to }) => `${formatScore(from)}–${formatScore(to)}`,
              },
              {
                id: "here",
                header: text("yours"),
                cell: (span) =>
                  span.reached
                    ? text(lowered ? "set" : "here", { total: formatScore(total) })
                    : null,
              },
            ]}
          />
        </Disclosure>
      </div>
    </div>
  );
}

const height = 34;
const bar = { y: 18, height: 12 } as const;

interface PlotProps {
  label: string;
  spans: readonly BandSpan[];
  total: HalfPoints;
  maxTotal: HalfPoints;
}

/** Every total is one cell, so that a band of the top total alone has a width, too. */
function cellsOf({ from, to }: BandSpan): number {
  return to + 1 - from;
}

/** Stretched to the width it gets: only shapes here, the figures stand below as text. */
function Plot({ label, spans, total, maxTotal }: PlotProps) {
  const cells = maxTotal + 1;
  const gap = cells / 200;
  return (
    <div className="relative">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${cells} ${height}`}
        preserveAspectRatio="none"
        className="h-[34px] w-full"
      >
        {spans.map((span) => (
          <rect
            key={span.key}
            x={span.from}
            y={bar.y}
            width={cellsOf(span) - (span.to < maxTotal ? gap : 0)}
            height={bar.height}
            className={span.reached ? "fill-jade" : "fill-track"}
          />
        ))}
      </svg>
      <span
        aria-hidden
        className="absolute top-0 -translate-x-1/2 border-x-[7px] border-t-[10px] border-x-transparent border-t-ink"
        style={{ insetInlineStart: `${(100 * (total + 0.5)) / cells}%` }}
      />
    </div>
  );
}

/** Each band's name over its stretch, as far as there is room, with the figure it starts at. */
function Bounds({ spans, maxTotal }: Pick<PlotProps, "spans" | "maxTotal">) {
  const { locale } = useReader();
  return (
    <div
      aria-hidden
      className="grid text-xs tabular"
      style={{
        gridTemplateColumns: spans.map((span) => `minmax(0, ${cellsOf(span)}fr)`).join(" "),
      }}
    >
      {spans.map((span, index) => (
        <span
          key={span.key}
          className={clsx(
            "min-w-0 overflow-hidden whitespace-nowrap",
            span.reached ? "overflow-visible font-semibold text-jade" : "text-ink-2",
            // At the right edge a name wider than its stretch grows to the left, not out of the page.
            span.reached && isNarrow(span, maxTotal) && "flex flex-col items-end",
          )}
        >
          <span className="block">{formatScore(span.from)}</span>
          <span
            className={clsx(
              "block truncate",
              span.reached && "overflow-visible",
              !hasRoom(spans, index, pick(span.name, locale), maxTotal) && "max-md:invisible",
            )}
          >
            {pick(span.name, locale)}
          </span>
        </span>
      ))}
    </div>
  );
}

function isNarrow(span: BandSpan, maxTotal: HalfPoints): boolean {
  return span.to === maxTotal && cellsOf(span) * 6 < maxTotal;
}

/** Pixels of the scale on a narrow phone. */
const phoneScale = 210;

/** Whether a name is shown on a phone: a cut one says nothing, and the table below has them all. */
function hasRoom(
  spans: readonly BandSpan[],
  index: number,
  name: string,
  maxTotal: HalfPoints,
): boolean {
  const [span, next] = spans.slice(index, index + 2);
  if (span === undefined || span.reached) return true;
  // The next name grows to the left over this one.
  if (next?.reached === true && isNarrow(next, maxTotal)) return false;
  const wide = Array.from(name, (sign) => (/\p{Script=Han}/u.test(sign) ? 12 : 6.5));
  const needed = wide.reduce((sum, width) => sum + width, 0);
  return needed <= (cellsOf(span) * phoneScale) / (maxTotal + 1);
}
