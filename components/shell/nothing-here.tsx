import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/actions/button-style";
import { EmptyState } from "@/components/ui/feedback/empty-state";

const home = "/";

/** Absent and forbidden look the same; so do their pages. */
export function NothingHere() {
  const text = useTranslations("shell.notFound");
  return (
    <EmptyState
      title={text("title")}
      headingLevel={1}
      action={
        // Every page carries this one, so a plain link: none of them loads a script for it.
        <a href={home} className={buttonClass({})}>
          {text("home")}
        </a>
      }
    >
      {text("body")}
    </EmptyState>
  );
}
