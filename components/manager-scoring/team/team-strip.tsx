import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DeputyChip } from "@/components/reader/deputy-chip";
import { Avatar } from "@/components/ui/marks/avatar";
import type { TeamMember, TeamStrip as Strip } from "@/lib/manager-scoring/types";
import { formatScore } from "@/lib/scoring/format";
import { useStateWords } from "./member-state";

/** The team at the left of a sheet: who is where, and how far the manager has come. */
export function TeamStrip({ team, current }: { team: Strip; current: string }) {
  const text = useTranslations("manager-scoring.strip");
  return (
    <nav
      aria-label={text("title", { count: team.total })}
      className="no-print sticky top-4 max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-lg border border-line bg-card p-2 max-lg:hidden"
    >
      <p className="flex items-baseline justify-between px-2.5 py-2 text-sm text-ink-2 tabular">
        <span>{text("title", { count: team.total })}</span>
        <span aria-hidden>{text("position", { done: team.scored, total: team.total })}</span>
        <span className="sr-only">
          {text("positionWords", { done: team.scored, total: team.total })}
        </span>
      </p>
      <ul className="grid gap-0.5">
        {team.members.map((member) => (
          <StripRow
            key={member.appraisalId}
            member={member}
            current={member.appraisalId === current}
          />
        ))}
      </ul>
    </nav>
  );
}

function StripRow({ member, current }: { member: TeamMember; current: boolean }) {
  const text = useTranslations("manager-scoring.strip");
  const words = useStateWords();
  const { appraisalId, person, group, managerTotal, deputyFor } = member;
  return (
    <li>
      <Link
        href={`/manager-scoring/${appraisalId}`}
        aria-current={current ? "page" : undefined}
        className={clsx(
          "grid grid-cols-[auto_1fr_auto] items-center gap-2.5 rounded-md border-s-3 px-2 py-2",
          current ? "border-jade bg-jade-wash" : "border-transparent hover:bg-sand",
        )}
      >
        <Avatar name={person.name} size="sm" />
        <span className="min-w-0">
          <span className="block truncate font-semibold">
            <bdi>{person.name}</bdi>
          </span>
          <DeputyChip name={deputyFor} />
          <span
            className={clsx(
              "block text-xs tabular",
              group === "returned" ? "text-rust" : "text-ink-2",
            )}
          >
            {/* What is left of the open sheet changes with every click and stands in its bar. */}
            {current && group === "to_score" ? text("open") : words(member)}
          </span>
        </span>
        {/* The open sheet's own total changes with every click and stands in its head. */}
        {current ? null : (
          <span className="text-sm tabular">
            {managerTotal === null ? text("none") : formatScore(managerTotal)}
          </span>
        )}
      </Link>
    </li>
  );
}
