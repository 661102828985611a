import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import { ChipLink } from "@/components/ui/marks/chip-link";
import { useLockWords } from "@/components/dossier/decision/use-lock-words";
import { Deadline } from "@/components/ui/feedback/deadline";
import type { ReviewPage } from "@/lib/second-level/types";
import { ReviewBoard } from "./review-board";

export function ReviewView({ page, now }: { page: ReviewPage; now: Date }) {
  const text = useTranslations("second-level");
  const more = useTranslations("dossier");
  const lockWords = useLockWords();
  const { groups, waiting, decided, next } = page;
  return (
    <>
      <PageHeader
        title={text("title")}
        subtitle={text("subtitle")}
        actions={
          <>
            <Chip tone="indigo">{text("waiting", { count: waiting })}</Chip>
            <ChipLink href="/second-level/decided">{text("decided", { count: decided })}</ChipLink>
          </>
        }
      />
      {groups.length === 0 ? (
        <EmptyState title={text("empty.title")}>
          <p>{text("empty.body")}</p>
          {decided === 0 ? null : <p>{text("empty.done", { count: decided })}</p>}
        </EmptyState>
      ) : (
        <ReviewBoard
          groups={groups.map((group) => ({
            ...group,
            due: group.closesAt === null ? null : <Deadline due={group.closesAt} now={now} />,
            locked: lockWords(group.rows.find(({ locked }) => locked !== null)?.locked ?? null),
          }))}
        />
      )}
      {next === null ? null : (
        <LinkButton href={`/second-level?after=${next}`}>{more("moreLabel")}</LinkButton>
      )}
    </>
  );
}
