import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Table, type Column } from "@/components/ui/data/table";
import { Deadline } from "@/components/ui/feedback/deadline";
import { Avatar } from "@/components/ui/marks/avatar";
import { isAfter } from "@/lib/appraisal/stages";
import { nextStepOf } from "@/lib/manager-scoring/rules";
import type { TeamMember } from "@/lib/manager-scoring/types";
import { scoreDifference, type HalfPoints } from "@/lib/scoring";
import { formatScore } from "@/lib/scoring/format";
import { DifferenceChip } from "../difference-chip";
import { DeputyChip } from "@/components/reader/deputy-chip";
import { useReader } from "@/components/reader/use-reader";
import { MemberState } from "./member-state";

interface TeamTableProps {
  members: readonly TeamMember[];
  now: Date;
}

export function TeamTable({ members, now }: TeamTableProps) {
  const text = useTranslations("manager-scoring.team");
  const columns: readonly Column<TeamMember>[] = [
    {
      id: "person",
      header: text("columns.person"),
      rowHeader: true,
      cell: (member) => <Person member={member} />,
    },
    {
      id: "state",
      header: text("columns.state"),
      phone: "beside",
      cell: (member) => (
        <span className="flex flex-col items-start gap-1 max-md:max-w-34 max-md:items-end max-md:[&>span]:whitespace-normal">
          <MemberState member={member} />
          <DueOnPhone due={member.due} now={now} />
        </span>
      ),
    },
    {
      id: "self",
      header: text("columns.self"),
      align: "end",
      cell: (member) =>
        isClosed(member) ? (
          <span className="text-sm text-ink-2">{text("selfClosed")}</span>
        ) : (
          <Total halfPoints={member.selfTotal} strong={false} />
        ),
    },
    {
      id: "mine",
      header: text("columns.mine"),
      align: "end",
      cell: ({ managerTotal }) => <Total halfPoints={managerTotal} strong />,
    },
    {
      id: "difference",
      header: text("columns.difference"),
      // Both totals stand beside each other there.
      phone: "none",
      align: "end",
      cell: ({ selfTotal, managerTotal }) => {
        const difference = scoreDifference(selfTotal, managerTotal);
        return <DifferenceChip difference={difference} />;
      },
    },
    {
      id: "deadline",
      header: text("columns.deadline"),
      phone: "none",
      cell: ({ due }) => <Due due={due} now={now} />,
    },
    {
      id: "next",
      header: text("columns.next"),
      hideHeader: true,
      align: "end",
      cell: (member) => <NextStep member={member} />,
    },
  ];
  return (
    <>
      <Table
        caption={text("caption")}
        columns={columns}
        rows={members}
        rowKey={({ appraisalId }) => appraisalId}
      />
      {members.some(isClosed) ? (
        <p className="px-4 pt-3 text-sm text-ink-2">{text("selfClosedWhy")}</p>
      ) : null}
    </>
  );
}

/** By a policy of “manager first”: handed in, and not open to the manager yet. */
const isClosed = ({ state, group, selfTotal }: TeamMember) =>
  selfTotal === null && group !== "ended" && isAfter(state, "self_review");

function Person({ member: { appraisalId, person, deputyFor } }: { member: TeamMember }) {
  const text = useTranslations("manager-scoring.team");
  const reader = useReader();
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar name={person.name} />
      <span className="min-w-0">
        <Link
          href={`/manager-scoring/${appraisalId}`}
          className="inline-flex touch items-center hover:text-jade hover:underline"
        >
          <bdi>{person.name}</bdi>
        </Link>
        <span className="flex min-w-0 items-center gap-1.5 text-xs font-normal text-ink-2 tabular max-md:-mt-2 max-md:[&>.chip]:py-0">
          <DeputyChip name={deputyFor} />
          <span className="max-md:truncate">
            {text("number", { number: person.number })} · {reader.text(person.department)}
          </span>
        </span>
      </span>
    </span>
  );
}

function Total({ halfPoints, strong }: { halfPoints: HalfPoints | null; strong: boolean }) {
  const text = useTranslations("manager-scoring.total");
  if (halfPoints === null) {
    return (
      <span className="text-ink-2">
        <span aria-hidden>{text("none")}</span>
        <span className="sr-only">{text("missing")}</span>
      </span>
    );
  }
  return (
    <span className={strong ? "font-semibold tabular" : "text-ink-2 tabular"}>
      {formatScore(halfPoints)}
    </span>
  );
}

interface DueProps {
  due: Date | null;
  now: Date;
}

function DueOnPhone({ due, now }: DueProps) {
  if (due === null) return null;
  return (
    <span className="md:hidden">
      <Deadline due={due} now={now} compact />
    </span>
  );
}

function Due({ due, now }: DueProps) {
  const text = useTranslations("manager-scoring.total");
  if (due === null) return <span className="text-ink-2">{text("none")}</span>;
  return <Deadline due={due} now={now} />;
}

const urgent: readonly string[] = ["start", "continue", "mend", "interview"];

function NextStep({ member }: { member: TeamMember }) {
  const text = useTranslations("manager-scoring.next");
  const step = nextStepOf(member);
  if (step === "wait") return <span className="text-sm text-ink-2">{text(step)}</span>;
  const room = step === "interview" ? "interview" : "manager-scoring";
  return (
    <LinkButton
      href={`/${room}/${member.appraisalId}`}
      size="sm"
      variant={urgent.includes(step) ? "primary" : "secondary"}
    >
      {text(step)}
    </LinkButton>
  );
}
