import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import type { CycleView } from "@/lib/cycle/types";
import { UnitStack } from "../unit-stack";

export function ProgressCard({ cycle }: { cycle: CycleView }) {
  const text = useTranslations("cycle.progress");
  const { locale } = useReader();
  const { id, units, path } = cycle;
  const below = units.filter(({ hasBelow }) => hasBelow);
  return (
    <Card title={text("title")} note={text("note")}>
      {path.length > 0 ? (
        <nav aria-label={text("path")} className="mb-3 flex flex-wrap items-center gap-x-2 text-sm">
          <Link href={`/cycles/${id}`} className="inline-flex touch items-center link">
            {text("all")}
          </Link>
          {path.map((unit, index) => (
            <span key={unit.id} className="flex items-center gap-x-2">
              <span aria-hidden className="text-ink-2">
                /
              </span>
              {index === path.length - 1 ? (
                <span aria-current="page">{unit.name[locale]}</span>
              ) : (
                <Link
                  href={`/cycles/${id}?department=${unit.id}`}
                  className="inline-flex touch items-center link"
                >
                  {unit.name[locale]}
                </Link>
              )}
            </span>
          ))}
        </nav>
      ) : null}
      {units.length === 0 ? (
        <p className="text-ink-2">{text("empty")}</p>
      ) : (
        <UnitStack units={units} />
      )}
      {below.length > 0 ? (
        <nav
          aria-label={text("below")}
          className="mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line pt-3 text-sm"
        >
          <span className="text-ink-2">{text("below")}</span>
          {below.map((unit) => (
            <Link
              key={unit.id}
              href={`/cycles/${id}?department=${unit.id}`}
              className="inline-flex touch items-center link"
            >
              {unit.name[locale]}
            </Link>
          ))}
        </nav>
      ) : null}
    </Card>
  );
}
