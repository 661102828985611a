import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { EmptyState } from "@/components/ui/feedback/empty-state";

/** Absent and forbidden look the same; so do their pages. */
export function NothingHere() {
  const text = useTranslations("shell.notFound");
  return (
    <EmptyState
      title={text("title")}
      headingLevel={1}
      action={<LinkButton href="/">{text("home")}</LinkButton>}
    >
      {text("body")}
    </EmptyState>
  );
}
