import { useTranslations } from "next-intl";
import { useId } from "react";
import { Disclosure } from "../layout/disclosure";

interface StackPart {
  id: string;
  label: string;
}

interface StackRow {
  id: string;
  label: string;
  note?: string;
  /** One figure for each part, in the order of the parts; null is hidden, because it would tell of few people. */
  values: readonly number[] | null;
  /** Where the parts are hidden: those before the cut and those past it, unless they are hidden, too. */
  halves: readonly [number, number] | null;
  /** How many of the rows before it it is a part of. */
  depth?: number;
}

interface ProgressStackProps {
  caption: string;
  parts: readonly StackPart[];
  /** How many parts stand before the cut, and what both halves are called. */
  cut: { at: number; before: string; past: string };
  rows: readonly StackRow[];
}

/** From not begun to finished; neighbours also differ in lightness, for eyes that mix up colours. */
const shades = ["track", "cool", "third", "second", "full"] as const;
function shadeOf(index: number, count: number): string {
  const place =
    count === 1 ? shades.length - 1 : Math.round((index * (shades.length - 1)) / (count - 1));
  return `stack-${shades[place] ?? "full"}`;
}

const isHidden = ({ values, halves }: StackRow) => values === null && halves === null;
const isCut = ({ values, halves }: StackRow) => values === null && halves !== null;

export function ProgressStack({ caption, parts, cut, rows }: ProgressStackProps) {
  const text = useTranslations("common.progress");
  const hatch = useId();
  const hatches = [`${hatch}-before`, `${hatch}-past`] as const;
  const keys = [
    ...(rows.some(({ values }) => values !== null) ? parts : []).map(({ id, label }, index) => ({
      ...{ id, label, fill: <Fill shade={shadeOf(index, parts.length)} /> },
    })),
    ...(rows.some(isCut)
      ? [
          { id: "before", label: cut.before, fill: <Fill shade="" hatch={hatches[0]} /> },
          { id: "past", label: cut.past, fill: <Fill shade="" hatch={hatches[1]} /> },
        ]
      : []),
    ...(rows.some(isHidden)
      ? [{ id: "hidden", label: text("hidden"), fill: <Fill shade="stack-hidden" /> }]
      : []),
  ];
  return (
    <figure className="m-0">
      <figcaption className="sr-only">{caption}</figcaption>
      <ul className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        {keys.map(({ id, label, fill }) => (
          <li key={id} className="flex items-center gap-1.5">
            <svg width="14" height="10" aria-hidden>
              {fill}
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <svg width="0" height="0" className="absolute" aria-hidden>
        <Hatch id={hatches[0]} ground="stack-track" line="stack-cool" />
        <Hatch id={hatches[1]} ground="stack-second" line="stack-full" />
      </svg>
      <div
        aria-hidden
        className="grid grid-cols-[auto_auto_1fr] items-center gap-x-4 gap-y-3.5 max-md:grid-cols-[1fr_auto]"
      >
        {rows.map((row) => (
          <StackLine key={row.id} row={row} hatches={hatches} />
        ))}
      </div>
      <div className="mt-3">
        <Disclosure summary={text("table")}>
          <StackTable {...{ caption, parts, cut, rows }} label={text("label")} />
        </Disclosure>
      </div>
    </figure>
  );
}

/** `hatch`: the id of a pattern to fill with. */
function Fill({ shade, hatch }: { shade: string; hatch?: string }) {
  const fill = hatch === undefined ? {} : { fill: `url(#${hatch})` };
  const frame = shade === "stack-hidden" ? { x: 1, y: 1, rx: 2 } : {};
  return <rect width="100%" height="100%" {...fill} {...frame} className={shade} />;
}

function Hatch({ id, ground, line }: { id: string; ground: string; line: string }) {
  return (
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" className={ground} />
      <rect width="2" height="6" className={line} />
    </pattern>
  );
}

function StackLine({ row, hatches }: { row: StackRow; hatches: readonly [string, string] }) {
  const { label, note, values, halves, depth = 0 } = row;
  const stretches =
    values?.map((value, index) => ({
      ...{ value, shade: `stack-cut ${shadeOf(index, values.length)}` },
    })) ??
    halves?.map((value, index) => ({ value, shade: "stack-cut", hatch: hatches[index] ?? "" })) ??
    [];
  const total = stretches.reduce((sum, { value }) => sum + value, 0);
  const share = (value: number) => (total === 0 ? 0 : (100 * value) / total);
  return (
    <>
      <span
        className={depth === 0 ? "font-semibold" : undefined}
        style={{ paddingInlineStart: `${depth}rem` }}
      >
        {label}
      </span>
      <span className="text-sm text-ink-2 tabular">{note}</span>
      <svg width="100%" height="14" className="rounded-sm max-md:col-span-2">
        {isHidden(row) ? (
          <Fill shade="stack-hidden" />
        ) : (
          stretches.map(({ value, ...fill }, index) =>
            value === 0 ? null : (
              <svg
                key={index}
                x={`${stretches.slice(0, index).reduce((sum, before) => sum + share(before.value), 0)}%`}
                width={`${share(value)}%`}
              >
                <Fill {...fill} />
              </svg>
            ),
          )
        )}
      </svg>
    </>
  );
}

interface StackTableProps extends ProgressStackProps {
  label: string;
}

function StackTable({ caption, parts, cut, rows, label }: StackTableProps) {
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
            <th scope="row" style={{ paddingInlineStart: `${row.depth ?? 0}rem` }}>
              {row.label}
            </th>
            <StackCells {...{ parts, cut, row }} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StackCells({
  parts,
  cut,
  row,
}: Pick<ProgressStackProps, "parts" | "cut"> & { row: StackRow }) {
  const text = useTranslations("common.progress");
  const { values, halves } = row;
  if (values !== null)
    return parts.map(({ id, label }, index) => (
      <td key={id} data-align="end" data-label={label}>
        {values[index]}
      </td>
    ));
  if (halves === null)
    return (
      <td colSpan={parts.length} data-align="end">
        {text("few")}
      </td>
    );
  const [before, past] = halves;
  return (
    <>
      <td colSpan={cut.at} data-align="end">
        {text("half", { label: cut.before, count: before })}
      </td>
      <td colSpan={parts.length - cut.at} data-align="end">
        {text("half", { label: cut.past, count: past })}
      </td>
    </>
  );
}
