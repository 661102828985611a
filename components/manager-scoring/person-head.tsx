import { useTranslations } from "next-intl";
import { Deadline } from "@/components/ui/feedback/deadline";
import { Figure } from "@/components/sheet/values/figure";
import { PassCount } from "@/components/sheet/values/pass-count";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import { isAfter } from "@/lib/appraisal/stages";
import type { ScoringHead } from "@/lib/manager-scoring/types";
import {
  sumOfFigures,
  type HalfPoints,
  type PolicyDocument,
  type SheetResult,
} from "@/lib/scoring";
import { useReader } from "@/components/reader/use-reader";

interface Totals {
  readonly self: HalfPoints | null;
  readonly mine: SheetResult;
  readonly policy: PolicyDocument;
}

interface PersonHeadProps {
  view: Omit<ScoringHead, "team" | "takenOver">;
  now: Date;
  totals?: Totals;
}

export function PersonHead({ view, now, totals }: PersonHeadProps) {
  const text = useTranslations("manager-scoring");
  const reader = useReader();
  const { person, cycle, selfSubmittedAt, managerSubmittedAt, deadline, state } = view;
  const quarter = { year: String(cycle.year), quarter: String(cycle.quarter) };
  const when = [
    text("team.quarter", quarter),
    selfSubmittedAt === null || !isAfter(state, "self_review")
      ? null
      : text("head.selfSubmitted", { when: reader.moment(selfSubmittedAt) }),
    managerSubmittedAt === null || !isAfter(state, "manager_scoring")
      ? null
      : text("head.managerSubmitted", { when: reader.moment(managerSubmittedAt) }),
  ].filter((words) => words !== null);
  return (
    <PageHeader
      title={person.name}
      beside={`${reader.text(person.department)} · ${person.number}`}
      subtitle={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {when.join(" · ")}
          {deadline === null || state !== "manager_scoring" ? null : (
            <span className="inline-flex flex-wrap items-center gap-2">
              {text("head.due")}
              <Deadline due={deadline} now={now} />
            </span>
          )}
        </span>
      }
      actions={totals === undefined ? null : <BothTotals totals={totals} />}
    />
  );
}

function BothTotals({ totals: { self, mine, policy } }: { totals: Totals }) {
  const text = useTranslations("manager-scoring.total");
  const reader = useReader();
  const { complete, band } = mine;
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 tabular">
      <span className="flex items-baseline gap-1.5">
        <span aria-hidden className="size-2.5 self-center rounded-sm bg-ink-3" />
        <span className="text-sm text-ink-2">{text("self")}</span>
        <span className="text-lg font-semibold">
          <Figure halfPoints={self} />
        </span>
      </span>
      <span className="flex items-baseline gap-1.5">
        <span aria-hidden className="size-2.5 self-center rounded-sm bg-jade" />
        <span className="text-sm text-ink-2">{text(complete ? "mine" : "soFar")}</span>
        <span className="text-lg font-semibold">
          <Figure halfPoints={sumOfFigures(mine.values)} />
        </span>
      </span>
      {band === null ? null : (
        <span className="self-center">
          <Chip tone={band.lowest ? "rust" : "neutral"}>{reader.text(band.name)}</Chip>
        </span>
      )}
      <PassCount result={mine} policy={policy} />
    </p>
  );
}
