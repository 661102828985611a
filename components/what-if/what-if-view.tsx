import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/actions/button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Notice } from "@/components/ui/feedback/notice";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { TabLinks } from "@/components/ui/layout/tab-links";
import type { Scope, WhatIfHead } from "@/lib/what-if/types";
import { countsHref } from "./href";
import { useNames } from "./words";

interface WhatIfViewProps {
  head: WhatIfHead;
  policy: string | undefined;
  scope: Scope | undefined;
  /** The figures, once a policy is chosen. */
  children: ReactNode;
}

/** What another policy would have done to a closed cycle: the choice, then the counts. */
export function WhatIfView({ head, policy, scope, children }: WhatIfViewProps) {
  const text = useTranslations("what-if");
  const names = useNames();
  const { cycleId, managesCycles, scopes } = head;
  return (
    <div className="grid gap-5">
      <PageHeader
        back={
          <BackLink href={managesCycles ? `/cycles/${cycleId}` : "/hr-audit"}>
            {text(managesCycles ? "back.cycle" : "back.audit")}
          </BackLink>
        }
        title={text("title")}
        beside={names.quarter(head)}
        subtitle={text(scopes.includes("mine") ? "subtitle" : "subtitleCounts", {
          quarter: names.quarter(head),
        })}
      />
      <Card
        title={text("choose.title")}
        note={text("choose.used", { policy: names.policy(head.policy) })}
        actions={
          scopes.length > 1 ? (
            <TabLinks
              label={text("scope.label")}
              links={scopes.map((one) => ({
                href: countsHref(cycleId, policy, one),
                label: text(`scope.${one}`),
                current: one === scope,
              }))}
            />
          ) : undefined
        }
      >
        <Chooser head={head} policy={policy} scope={scope} />
      </Card>
      {policy === undefined ? (
        <EmptyState title={text("empty.title")}>{text("empty.body")}</EmptyState>
      ) : (
        children
      )}
    </div>
  );
}

function Chooser({ head, policy, scope }: Omit<WhatIfViewProps, "children">) {
  const text = useTranslations("what-if.choose");
  const names = useNames();
  if (head.choices.length === 0) return <Notice tone="info">{text("none")}</Notice>;
  return (
    <form
      key={policy}
      action={countsHref(head.cycleId)}
      className="flex flex-wrap items-end gap-3 max-md:grid"
    >
      {scope === undefined ? null : <input type="hidden" name="scope" value={scope} />}
      <div className="min-w-0 md:w-96">
        <Field label={text("label")} required>
          <Select
            name="policy"
            defaultValue={policy ?? ""}
            placeholder={text("placeholder")}
            options={head.choices.map((choice) => ({
              value: choice.id,
              label: names.policy(choice),
            }))}
          />
        </Field>
      </div>
      <Button type="submit" variant="primary">
        {text("go")}
      </Button>
    </form>
  );
}
