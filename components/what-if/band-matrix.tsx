import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import type { ShownCount } from "@/lib/small-groups/rules";
import type { BandMatrix } from "@/lib/what-if/types";
import { Count } from "./count";
import { useNames } from "./words";

/** Four steps are as many as an eye tells apart; the figure stands in the cell. */
const shades = ["bg-jade/10", "bg-jade/20", "bg-jade/30", "bg-jade/45"] as const;

function shadeOf(people: ShownCount, most: number): string {
  if (people === 0) return "";
  const step = people === null ? 0 : Math.ceil((people * shades.length) / most) - 1;
  return shades[Math.max(0, step)] ?? shades[0];
}

interface Shown {
  readonly from: string;
  readonly row: number;
  readonly cells: readonly {
    readonly to: string;
    readonly people: ShownCount;
    readonly same: boolean;
  }[];
}

/** Bands nobody comes from or goes to are left out: "no band" nearly always. */
function useShown({ from, to, cells }: BandMatrix) {
  const names = useNames();
  const used = (column: number) => cells.some((row) => row[column]?.people !== 0);
  const columns = to
    .map((_, column) => column)
    .filter((column) => to[column] !== null || used(column));
  const rows = cells.flatMap((row, index): Shown[] => {
    const name = from[index] ?? null;
    if (name === null && row.every(({ people }) => people === 0)) return [];
    return [
      {
        from: names.band(name),
        row: index,
        cells: columns.flatMap((column) => {
          const cell = row[column];
          return cell === undefined ? [] : [{ ...cell, to: names.band(to[column] ?? null) }];
        }),
      },
    ];
  });
  return { rows, heads: columns.map((column) => names.band(to[column] ?? null)) };
}

/** From which band to which: a table in shades; on a phone the moves one by one, as bars. */
export function BandMatrixCard({ matrix }: { matrix: BandMatrix }) {
  const text = useTranslations("what-if.bands");
  const { rows, heads } = useShown(matrix);
  const most = Math.max(1, ...matrix.cells.flat().map(({ people }) => people ?? 0));
  return (
    <Card title={text("title")} note={text("note")}>
      {matrix.comparable ? null : <p className="pb-3 text-sm text-ink-2">{text("other")}</p>}
      <table className="w-full border-separate border-spacing-0.5 text-sm max-md:hidden">
        <caption className="sr-only">{text("caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="p-1 text-start text-xs font-normal text-ink-2">
              {text("from")}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="p-1 text-xs font-normal text-ink-2">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, row, cells }) => (
            <tr key={row}>
              <th scope="row" className="p-1 text-start font-semibold">
                {from}
              </th>
              {cells.map(({ to, people, same }) => (
                <td
                  key={to}
                  className={clsx(
                    "rounded-sm p-2 text-center",
                    same && people !== 0 ? "bg-sand" : shadeOf(people, most),
                  )}
                >
                  <Count value={people} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Moves rows={rows} most={most} />
    </Card>
  );
}

function Moves({ rows, most }: { rows: readonly Shown[]; most: number }) {
  const text = useTranslations("what-if.bands");
  const moves = rows.flatMap(({ from, cells }) =>
    cells.filter(({ people }) => people !== 0).map((cell) => ({ from, ...cell })),
  );
  return (
    <ul className="grid gap-3 md:hidden">
      {moves.map(({ from, to, people, same }) => (
        <li key={`${from} ${to}`} className="grid gap-1">
          <span className="flex items-baseline justify-between gap-4 text-sm">
            <span>{text("move", { from, to })}</span>
            {people === null ? (
              <Count value={null} />
            ) : (
              <span className="tabular">{text("people", { count: people })}</span>
            )}
          </span>
          <svg aria-hidden width="100%" height="8">
            <rect width="100%" height="8" rx="2" className="fill-sand" />
            <rect
              width={`${(100 * (people ?? 0)) / most}%`}
              height="8"
              rx="2"
              className={same ? "fill-ink-3/45" : "fill-jade"}
            />
          </svg>
        </li>
      ))}
    </ul>
  );
}
