import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import { pick } from "@/lib/i18n/pick";
import { rungRanges } from "@/lib/ruleset/rules";
import type { FrameworkDocument, ValueDefinition } from "@/lib/scoring";
import { AssumedMark } from "../version/assumed-mark";
import { rungAnchor } from "./anchors";

interface AssumedCardProps {
  document: FrameworkDocument;
}

/** Everything the sources do not hand down, value by value, with the way to each place. */
export function AssumedCard({ document }: AssumedCardProps) {
  const text = useTranslations("ruleset.assumed");
  const values = document.values.filter((value) => value.rungs.some(({ assumed }) => assumed));
  const count = document.values.flatMap(({ rungs }) =>
    rungs.filter(({ assumed }) => assumed),
  ).length;
  if (count === 0) return <p className="text-sm text-ink-2">{text("none")}</p>;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {text("title")} <AssumedMark>{text("count", { count })}</AssumedMark>
        </span>
      }
    >
      <p className="mb-2 max-w-prose text-sm text-ink-2">{text("explain")}</p>
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {values.map((value) => (
          <Entry key={value.key} value={value} />
        ))}
      </ul>
    </Card>
  );
}

function Entry({ value }: { value: ValueDefinition }) {
  const text = useTranslations("ruleset");
  const words = useTranslations("common.words");
  const { locale } = useReader();
  const points = value.rungs.filter(({ assumed }) => assumed).map(({ point }) => point);
  const [first] = points;
  const rungs = rungRanges(points)
    .map(({ from, to }) =>
      from === to ? text("change.rung", { point: from }) : text("assumed.range", { from, to }),
    )
    .join(words("separator"));
  return (
    <li>
      <a
        href={`#${rungAnchor(value.key, first ?? 1)}`}
        className="inline-flex touch items-center text-sm link"
      >
        {text("assumed.rungs", { value: pick(value.name, locale), rungs })}
      </a>
    </li>
  );
}
