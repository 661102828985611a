import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Disclosure } from "../layout/disclosure";

interface StackPart {
  id: string;
  label: string;
}

interface StackRow {
  id: string;
  label: string;
  note?: string;
  /** One figure for each part, in the order of the parts; null is hidden, because it is of few people. */
  values: readonly (number | null)[];
  /** All of them, the hidden ones, too; 0 where that is hidden. */
  total: number;
}

interface ProgressStackProps {
  caption: string;
  parts: readonly StackPart[];
  rows: readonly StackRow[];
}

/** From not begun to finished; neighbours also differ in lightness, for eyes that mix up colours. */
const shades = ["track", "cool", "third", "second", "full"] as const;
const fills = {
  track: "fill-track",
  cool: "fill-ink-3/45",
  third: "fill-jade/45",
  second: "fill-jade/75",
  full: "fill-jade",
} as const;

function fillOf(index: number, count: number): string {
  const place =
    count === 1 ? shades.length - 1 : Math.round((index * (shades.length - 1)) / (count - 1));
  return fills[shades[place] ?? "full"];
}

export function ProgressStack({ caption, parts, rows }: ProgressStackProps) {
  const text = useTranslations("common.progress");
  return (
    <figure className="m-0">
      <figcaption className="sr-only">{caption}</figcaption>
      <ul className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        {parts.map(({ id, label }, index) => (
          <li key={id} className="flex items-center gap-1.5">
            <svg width="9" height="9" aria-hidden>
              <rect width="9" height="9" rx="2" className={fillOf(index, parts.length)} />
            </svg>
            {label}
          </li>
        ))}
        {rows.some(({ values }) => values.includes(null)) ? (
          <li className="flex items-center gap-1.5">
            <svg width="9" height="9" aria-hidden>
              <rect width="9" height="9" rx="2" className={hiddenFill} />
            </svg>
            {text("hidden")}
          </li>
        ) : null}
      </ul>
      <div
        aria-hidden
        className="grid grid-cols-[auto_auto_1fr] items-center gap-x-4 gap-y-3.5 max-md:grid-cols-[1fr_auto]"
      >
        {rows.map((row) => (
          <StackLine key={row.id} row={row} />
        ))}
      </div>
      <div className="mt-3">
        <Disclosure summary={text("table")}>
          <StackTable
            caption={caption}
            parts={parts}
            rows={rows}
            label={text("label")}
            few={text("few")}
          />
        </Disclosure>
      </div>
    </figure>
  );
}

const hiddenFill = "fill-line";

/** The hidden parts are one stretch at the end: what they are together everybody can work out. */
function StackLine({ row: { label, note, values, total } }: { row: StackRow }) {
  const share = (value: number) => (total === 0 ? 0 : (100 * value) / total);
  const shown = values.map((value) => value ?? 0);
  const known = shown.reduce((sum, value) => sum + value, 0);
  return (
    <>
      <span className="font-semibold">{label}</span>
      <span className="text-sm text-ink-2 tabular">{note}</span>
      <svg width="100%" height="14" className="rounded-sm max-md:col-span-2">
        <rect x={`${share(known)}%`} width="100%" height="14" className={hiddenFill} />
        {shown.map((value, index) => (
          <rect
            key={index}
            x={`${shown.slice(0, index).reduce((sum, before) => sum + share(before), 0)}%`}
            width={`${share(value)}%`}
            height="14"
            className={clsx(fillOf(index, values.length), value > 0 && "stroke-card stroke-2")}
          />
        ))}
      </svg>
    </>
  );
}

interface StackTableProps extends ProgressStackProps {
  label: string;
  few: string;
}

function StackTable({ caption, parts, rows, label, few }: StackTableProps) {
  return (
    <table className="data-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          {parts.map((part) => (
            <th key={part.id} scope="col" data-align="end">
              {part.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            {parts.map((part, index) => (
              <td key={part.id} data-align="end" data-label={part.label}>
                {row.values[index] ?? few}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
