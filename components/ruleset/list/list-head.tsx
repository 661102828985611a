import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { PageHeader } from "@/components/ui/layout/page-header";

type Room = "frameworks" | "policies";

export function ListHead({ room }: { room: Room }) {
  const text = useTranslations(`ruleset.${room}`);
  return (
    <PageHeader
      title={text("title")}
      subtitle={text("subtitle")}
      actions={<ImportLink room={room} />}
    />
  );
}

export function ListEmpty({ room }: { room: Room }) {
  const text = useTranslations(`ruleset.${room}`);
  return (
    <EmptyState title={text("empty")} action={<ImportLink room={room} />}>
      {text("emptyBody")}
    </EmptyState>
  );
}

function ImportLink({ room }: { room: Room }) {
  const text = useTranslations(`ruleset.${room}`);
  return <LinkButton href={`/${room}/import`}>{text("import")}</LinkButton>;
}
