import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import { pick } from "@/lib/i18n/pick";
import type { PolicyDocument } from "@/lib/scoring";
import { AssumedMark } from "../version/assumed-mark";
import { segmentsOf, usePathWords } from "../version/path-words";

interface AssumedPolicyCardProps {
  policy: PolicyDocument;
  /** The notes are not those of this release. */
  authored: boolean;
}

/** Everything of a policy the sources do not hand down, with the place and the reason of each. */
export function AssumedPolicyCard({ policy, authored }: AssumedPolicyCardProps) {
  const text = useTranslations("ruleset.assumed");
  const view = useTranslations("ruleset.view");
  const { locale } = useReader();
  const wordsOf = usePathWords();
  const { assumed = [] } = policy;
  if (assumed.length === 0) return <p className="text-sm text-ink-2">{text("none")}</p>;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {text("title")} <AssumedMark>{text("count", { count: assumed.length })}</AssumedMark>
        </span>
      }
    >
      <p className="mb-3 max-w-prose text-sm text-ink-2">
        {authored ? view("authored") : text("explain")}
      </p>
      <dl className="grid gap-2">
        {assumed.map(({ path, note }) => (
          <div key={path} className="grid gap-x-6 md:grid-cols-[16rem_1fr]">
            <dt className="text-sm font-semibold">{wordsOf([policy], segmentsOf(path))}</dt>
            <dd className="text-sm text-ink-2">{pick(note, locale)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
