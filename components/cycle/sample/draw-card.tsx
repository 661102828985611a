import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import { Chip } from "@/components/ui/marks/chip";
import type { ShownDraw } from "@/lib/sample/types";
import { isRedrawn, sealedRank } from "@/lib/scoring";

interface DrawCardProps {
  draw: ShownDraw;
  seed: string;
}

/** One population in its canonical order, with the rank of each item and what was drawn. */
export function DrawCard({ draw, seed }: DrawCardProps) {
  const text = useTranslations("cycle.sample.page");
  const { number, percent, population, drawn } = draw;
  const counts = { all: population.length, drawn: drawn.length, percent };
  return (
    <Card title={text("number", { number })} note={text("counts", counts)}>
      <details>
        <summary className="touch cursor-pointer">
          {text(isRedrawn(draw, { percent, seed }) ? "redone" : "notRedone")} ·{" "}
          {text("population", { count: population.length })}
        </summary>
        <ol className="mt-2 grid gap-1">
          {population.map((item) => (
            <li key={item} className="flex flex-wrap items-baseline gap-x-3 text-sm">
              <code className="break-all">{item}</code>
              <code className="text-ink-2">{sealedRank(seed, item).slice(0, 12)}…</code>
              {drawn.includes(item) ? <Chip tone="jade">{text("drawn")}</Chip> : null}
            </li>
          ))}
        </ol>
      </details>
    </Card>
  );
}
