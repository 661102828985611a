import { useTranslations } from "next-intl";
import Link from "next/link";
import { PersonSuggestions } from "@/components/people/form/person-suggestions";
import { StatusChip } from "@/components/people/status-chip";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { BackLink } from "@/components/ui/layout/back-link";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { HolderPage } from "@/lib/hand-over/types";
import type { PersonLink } from "@/lib/people/types";
import { GiveForm } from "./give-form";

interface HolderViewProps {
  page: HolderPage;
  suggestions: readonly PersonLink[];
}

export function HolderView({ page, suggestions }: HolderViewProps) {
  const text = useTranslations("hand-over");
  const { person, sheets, whole } = page;
  return (
    <div className="grid gap-5">
      <PageHeader
        back={<BackLink href="/hand-over">{text("title")}</BackLink>}
        title={person.name}
        beside={
          <>
            <span className="tabular">{person.number}</span> <StatusChip status={person.status} />
          </>
        }
        subtitle={text("holder.subtitle")}
        actions={
          whole ? (
            <Link href={`/people/${person.id}`} className="link">
              {text("holder.person")}
            </Link>
          ) : undefined
        }
      />
      {sheets.length === 0 ? <EmptyState title={text("holder.none")} /> : <GiveForm page={page} />}
      <PersonSuggestions people={suggestions} />
    </div>
  );
}
