import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { EmptyState } from "@/components/ui/feedback/empty-state";

export default function NotFound() {
  const text = useTranslations("shell.notFound");
  return (
    <main className="page">
      <EmptyState
        title={text("title")}
        headingLevel={1}
        action={<LinkButton href="/">{text("home")}</LinkButton>}
      >
        {text("body")}
      </EmptyState>
    </main>
  );
}
