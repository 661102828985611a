import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Notice } from "@/components/ui/feedback/notice";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { formatMoment } from "@/lib/i18n/dates";
import { SHOWN_FROM_SHEETS } from "@/lib/sample/rules";
import type { RevealedDraws } from "@/lib/sample/types";
import { seedHash } from "@/lib/scoring";
import { quarterText } from "../quarter-text";
import { DrawCard } from "./draw-card";

/** The seed, every draw with its population, and the draw done once more before the reader's eyes. */
export function SampleView({ revealed }: { revealed: RevealedDraws }) {
  const text = useTranslations("cycle.sample");
  const cycles = useTranslations("cycle");
  const { locale } = useReader();
  const { cycleId, seed, hash, revealedAt, timeZone, draws, hidden } = revealed;
  const quarter = quarterText(cycles, revealed);
  const same = seedHash(seed) === hash && revealed.same;
  return (
    <div className="grid gap-5">
      <PageHeader
        back={<BackLink href={`/cycles/${cycleId}`}>{quarter}</BackLink>}
        title={text("title")}
        subtitle={text("page.subtitle")}
        actions={
          <LinkButton href={`/api/cycles/${cycleId}/sample`}>{text("page.export")}</LinkButton>
        }
      />
      <Notice tone={same ? "info" : "warn"}>{text(same ? "page.same" : "page.differs")}</Notice>
      <Card title={text("page.seed")}>
        <dl className="grid gap-2">
          <Fact term={text("page.seedBytes")}>
            <code className="text-sm break-all">{seed}</code>
          </Fact>
          <Fact term={text("hash")}>
            <code className="text-sm break-all">{hash}</code>
          </Fact>
          <Fact term={text("page.revealedAt")}>{formatMoment(revealedAt, locale, timeZone)}</Fact>
        </dl>
        <p className="mt-3 text-sm text-ink-2">{text("page.how")}</p>
      </Card>
      {draws.map((draw) => (
        <DrawCard key={draw.number} draw={draw} seed={seed} />
      ))}
      {hidden === 0 ? null : (
        <p className="text-sm text-ink-2">
          {text("page.hidden", { count: hidden, sheets: SHOWN_FROM_SHEETS })}
        </p>
      )}
    </div>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-2">{term}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}
