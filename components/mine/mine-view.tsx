import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { PageHeader } from "@/components/ui/layout/page-header";
import { begunFirst } from "@/lib/result/rules";
import type { OwnAppraisal } from "@/lib/result/types";
import type { OwnYear } from "@/lib/year/types";
import { CurrentCard } from "./current-card";
import { HistoryList } from "./history-list";
import { Trend } from "./trend";
import { YearCard } from "./year-card";

interface MineViewProps {
  appraisals: readonly OwnAppraisal[];
  years: readonly OwnYear[];
  now: Date;
}

/** My appraisals: the running quarter, the years, how the totals moved, and what was before. Direct children of a `.page`. */
export function MineView({ appraisals, years, now }: MineViewProps) {
  const text = useTranslations("mine");
  const current = begunFirst(
    appraisals.filter(({ open }) => open),
    now,
  );
  const past = appraisals.filter(({ open }) => !open);
  return (
    <>
      <PageHeader title={text("title")} subtitle={text("subtitle")} />
      {current.length === 0 ? (
        <EmptyState title={text("none.title")}>{text("none.body")}</EmptyState>
      ) : null}
      {current.map((appraisal) => (
        <CurrentCard key={appraisal.appraisalId} appraisal={appraisal} now={now} />
      ))}
      {years.map((year, index) => (
        <YearCard key={year.result.year} year={year} open={index === 0} />
      ))}
      <Trend appraisals={appraisals} />
      <HistoryList appraisals={past} />
    </>
  );
}
