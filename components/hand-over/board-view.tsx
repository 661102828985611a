import { useTranslations } from "next-intl";
import Link from "next/link";
import { Notice } from "@/components/ui/feedback/notice";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { StatusChip } from "@/components/people/status-chip";
import { PlanList } from "@/components/reporting/plan-list";
import type { PlanRow } from "@/lib/reporting/types";
import { FallenCard } from "./fallen-card";
import { DelegationList } from "@/components/delegation/delegation-list";
import type { DelegationRow } from "@/lib/delegation/types";
import type { HandOverBoard } from "@/lib/hand-over/types";

/** What HR must know of who holds what: holders who are not there, and what fell to the next in line. */
interface BoardViewProps {
  board: HandOverBoard;
  delegations: readonly DelegationRow[];
  /** Declared relations that an HR administrator has to confirm. */
  waiting: number;
  plans: readonly PlanRow[];
}

export function BoardView({
  board: { whole, absent, fallen, goneManagers },
  delegations,
  waiting,
  plans,
}: BoardViewProps) {
  const text = useTranslations("hand-over");
  const reporting = useTranslations("reporting.list");
  const delegation = useTranslations("delegation.running");
  return (
    <div className="grid gap-5">
      <PageHeader title={text("title")} subtitle={text(whole ? "subtitle" : "subtitlePartner")} />
      {waiting === 0 ? null : (
        <Notice tone="warn" title={text("waiting.title", { count: waiting })}>
          <Link href="/relations" className="link">
            {text("waiting.open")}
          </Link>
        </Notice>
      )}
      <Card title={text("absent.title")}>
        <p className="mb-3">{text(absent.length === 0 ? "absent.none" : "absent.note")}</p>
        <ul className="grid gap-2">
          {absent.map(({ id, name, number, status, sheets }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3">
              <Link href={`/hand-over/${id}`} className="font-semibold link">
                <bdi>{name}</bdi>
              </Link>
              <span className="text-sm text-ink-2 tabular">{number}</span>
              <StatusChip status={status} />
              <span>{text("absent.sheets", { count: sheets })}</span>
            </li>
          ))}
        </ul>
      </Card>
      <FallenCard fallen={fallen} />
      {goneManagers.length === 0 ? null : (
        <Card title={text("gone.title")}>
          <p className="mb-3">{text("gone.note")}</p>
          <ul className="grid gap-2">
            {goneManagers.map(({ id, name, number, reports }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-3">
                <Link href={`/people/${id}`} className="font-semibold link">
                  <bdi>{name}</bdi>
                </Link>
                <span className="text-sm text-ink-2 tabular">{number}</span>
                <StatusChip status="left" />
                <span>{text("gone.reports", { count: reports })}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {whole ? (
        <Card title={reporting("title")}>
          {plans.length === 0 ? <p>{reporting("none")}</p> : <PlanList plans={plans} named />}
        </Card>
      ) : null}
      {whole ? (
        <Card title={delegation("title")}>
          {delegations.length === 0 ? <p>{delegation("none")}</p> : null}
          <DelegationList rows={delegations} as="both" mayEnd />
        </Card>
      ) : null}
    </div>
  );
}
