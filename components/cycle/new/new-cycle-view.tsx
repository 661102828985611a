import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/feedback/notice";
import { BackLink } from "@/components/ui/layout/back-link";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { CycleOptions } from "@/lib/cycle/types";
import { NewCycleForm } from "./new-cycle-form";
import { FrameworkLook, PolicyLook } from "./ruleset-look";

export function NewCycleView({ options }: { options: CycleOptions }) {
  const text = useTranslations("cycle");
  const { frameworks, policies, ...rest } = options;
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
    </div>
  );
}
