import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Card } from "@/components/ui/layout/card";
import type { CycleView } from "@/lib/cycle/types";
import { formatMoment } from "@/lib/i18n/dates";

/** What is drawn in this cycle, by which sealed seed, and how far the draw is; or why nothing is drawn. */
export function SampleCard({ cycle: { id, sample, timeZone } }: { cycle: CycleView }) {
  const text = useTranslations("cycle.sample");
  const { locale } = useReader();
  if (!("hash" in sample))
    return (
      <Card title={text("title")}>
        <p className="text-ink-2">{text(sample.kind)}</p>
      </Card>
    );
  const { percent, hash, sealedAt, teams } = sample;
  const facts = [
    [text("hash"), <code className="text-sm break-all">{hash}</code>],
    [text("sealedAt"), formatMoment(sealedAt, locale, timeZone)],
    [text("teams"), text("teamsValue", { count: teams })],
  ] as const;
  return (
    <Card title={text("title")}>
      <div className="grid gap-3">
        <p>{text("rule", { percent })}</p>
        <p className="text-ink-2">{text(sample.kind)}</p>
        <dl className="grid gap-2">
          {facts.map(([term, fact]) => (
            <div key={term}>
              <dt className="text-sm text-ink-2">{term}</dt>
              <dd className="tabular">{fact}</dd>
            </div>
          ))}
        </dl>
        {sample.kind === "revealed" ? (
          <div>
            <LinkButton size="sm" href={`/cycles/${id}/sample`}>
              {text("open")}
            </LinkButton>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
