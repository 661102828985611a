import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Table, type Column } from "@/components/ui/data/table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { PageHeader } from "@/components/ui/layout/page-header";
import { TabLinks } from "@/components/ui/layout/tab-links";
import { formatScore, renderReplay } from "@/lib/scoring";
import { listKinds } from "@/lib/what-if/types";
import type { ChangedPage, ChangedPerson } from "@/lib/what-if/types";
import { countsHref, peopleHref } from "./href";
import { useNames } from "./words";

/** Who would stand differently under another policy, and why, for an HR partner. */
export function PeopleView({ page, begun }: { page: ChangedPage; begun: boolean }) {
  const text = useTranslations("what-if");
  const names = useNames();
  const { head, target, kind, people, next } = page;
  const { cycleId } = head;
  const to = (place: { after?: string } = {}) => peopleHref(cycleId, target.id, { kind, ...place });
  return (
    <div className="grid gap-5">
      <PageHeader
        back={
          <BackLink href={countsHref(cycleId, target.id, "mine")}>{text("back.counts")}</BackLink>
        }
        title={text("people.title")}
        subtitle={text("people.subtitle", {
          quarter: names.quarter(head),
          from: names.policy(head.policy),
          to: names.policy(target),
        })}
      />
      <Card
        title={text("people.kinds")}
        actions={
          <TabLinks
            label={text("people.kinds")}
            links={listKinds.map((one) => ({
              href: peopleHref(cycleId, target.id, { kind: one }),
              label: text(`people.${one}`),
              current: one === kind,
            }))}
          />
        }
      >
        {people.length === 0 ? (
          <EmptyState headingLevel={3} title={text("people.empty")}>
            {text("people.emptyBody")}
          </EmptyState>
        ) : (
          <PeopleTable page={page} />
        )}
        <div className="flex flex-wrap gap-3 pt-3 empty:hidden">
          {begun ? <LinkButton href={to()}>{text("people.first")}</LinkButton> : null}
          {next === null ? null : (
            <LinkButton href={to({ after: next })}>{text("people.next")}</LinkButton>
          )}
        </div>
      </Card>
    </div>
  );
}

const SENTENCES_SHOWN = 3;

function PeopleTable({ page: { people, rules } }: { page: ChangedPage }) {
  const text = useTranslations("what-if.people");
  const names = useNames();
  const { locale } = useReader();
  const points = (total: number | null) => (total === null ? text("open") : formatScore(total));
  const columns: readonly Column<ChangedPerson>[] = [
    {
      id: "person",
      header: text("person"),
      rowHeader: true,
      cell: ({ appraisalId, name, number }) => (
        <Link href={`/hr-audit/${appraisalId}`} className="inline-flex items-baseline gap-x-2 link">
          <bdi>{name}</bdi>
          <span className="text-sm font-normal text-ink-2 tabular">{number}</span>
        </Link>
      ),
    },
    {
      id: "department",
      header: text("department"),
      cell: ({ department }) => names.pick(department),
    },
    {
      id: "total",
      header: text("total"),
      align: "end",
      cell: ({ before, after }) => (
        <span className="whitespace-nowrap tabular">
          {before.total === after.total
            ? points(before.total)
            : text("arrow", { before: points(before.total), after: points(after.total) })}
        </span>
      ),
    },
    {
      id: "band",
      header: text("bandColumn"),
      cell: ({ before, after, changes }) =>
        changes.some((change) => change.kind === "band")
          ? text("arrow", { before: names.band(before.band), after: names.band(after.band) })
          : names.band(after.band),
    },
    {
      id: "why",
      header: text("why"),
      long: true,
      cell: ({ changes }) => <Why lines={renderReplay({ changes }, { ...rules, locale })} />,
    },
  ];
  return (
    <Table
      caption={text("caption")}
      columns={columns}
      rows={people}
      rowKey={({ appraisalId }) => appraisalId}
    />
  );
}

function Why({ lines }: { lines: readonly string[] }) {
  const text = useTranslations("what-if.people");
  const rest = lines.slice(SENTENCES_SHOWN);
  return (
    <div className="grid gap-1 text-start text-sm">
      <Lines lines={lines.slice(0, SENTENCES_SHOWN)} />
      {rest.length === 0 ? null : (
        <Disclosure summary={text("more", { count: rest.length })}>
          <Lines lines={rest} />
        </Disclosure>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-1 ps-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
