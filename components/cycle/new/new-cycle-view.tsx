import { useTranslations } from "next-intl";
import { PersonSuggestions } from "@/components/people/form/person-suggestions";
import Link from "next/link";
import { Notice } from "@/components/ui/feedback/notice";
import { BackLink } from "@/components/ui/layout/back-link";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { CycleOptions } from "@/lib/cycle/types";
import type { PersonLink } from "@/lib/people/types";
import { quarterText } from "../quarter-text";
import { NewCycleForm } from "./new-cycle-form";
import { FrameworkLook, PolicyLook } from "./ruleset-look";

interface NewCycleViewProps {
  options: CycleOptions;
  suggestions: readonly PersonLink[];
}

export function NewCycleView({ options, suggestions }: NewCycleViewProps) {
  const text = useTranslations("cycle");
  const { frameworks, policies, open, ...rest } = options;
  const choices = {
    ...rest,
    // The browser needs the names; what is inside is drawn here.
    frameworks: frameworks.map(({ id, version, document }) => ({
      ...{ id, version, name: document.name, description: document.description },
    })),
    policies: policies.map(({ id, version, document }) => ({
      ...{ id, version, name: document.name, description: document.description },
    })),
  };
  return (
    <div className="grid gap-5">
      <PageHeader
        back={<BackLink href="/cycles">{text("title")}</BackLink>}
        title={text("new.title")}
        subtitle={text("new.subtitle")}
      />
      {open.length === 0 ? null : (
        <Notice tone="info">
          <ul className="grid gap-1">
            {open.map(({ id, people, done, ...quarter }) => (
              <li key={id}>
                <Link href={`/cycles/${id}`} className="link underline">
                  {quarterText(text, quarter)}
                </Link>{" "}
                {done === null
                  ? text("new.openPeople", { people })
                  : text("new.openCount", { people, left: people - done })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {frameworks.length === 0 || policies.length === 0 ? (
        <Notice tone="warn">{text("new.noRules")}</Notice>
      ) : (
        <NewCycleForm
          choices={choices}
          looks={[
            ...frameworks.map(({ id, document }) => ({
              id,
              inside: <FrameworkLook id={id} document={document} />,
            })),
            ...policies.map(({ id, document }) => ({
              id,
              inside: <PolicyLook id={id} document={document} />,
            })),
          ]}
        />
      )}
      <PersonSuggestions people={suggestions} />
    </div>
  );
}
