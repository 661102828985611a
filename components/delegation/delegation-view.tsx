import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { DelegationPage, DeputyAct } from "@/lib/delegation/types";
import { DelegationList } from "./delegation-list";
import { DeputyForm } from "./deputy-form";

/** Who stands in for somebody while they are away, and what was done in their name. */
export function DelegationView({ page }: { page: DelegationPage }) {
  const text = useTranslations("delegation");
  const { person, own, given, taken, acts } = page;
  return (
    <div className="grid gap-5">
      <PageHeader
        back={own ? undefined : <BackLink href={`/people/${person.id}`}>{person.name}</BackLink>}
        title={own ? text("title") : text("titleOf", { name: person.name })}
        subtitle={text("subtitle")}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <Card title={text("form.title")}>
          <DeputyForm page={page} />
        </Card>
        <div className="grid gap-5">
          <Card title={text("given.title")}>
            {given.length === 0 ? <p>{text("given.none")}</p> : null}
            <DelegationList rows={given} as="deputy" mayEnd />
          </Card>
          {taken.length === 0 ? null : (
            <Card title={text("taken.title")}>
              <p className="mb-3 text-sm text-ink-2">{text("taken.note")}</p>
              <DelegationList rows={taken} as="absent" />
            </Card>
          )}
          <Card title={text("acts.title")}>
            <Acts acts={acts} />
          </Card>
        </div>
      </div>
    </div>
  );
}

function Acts({ acts }: { acts: readonly DeputyAct[] }) {
  const text = useTranslations("delegation.acts");
  const { moment } = useReader();
  if (acts.length === 0) return <p>{text("none")}</p>;
  return (
    <ul className="grid gap-1">
      {acts.map(({ id, at, deputy, employee, number, kind }) => (
        <li key={id}>
          {text("row", { deputy, employee, number, what: text(`kinds.${kind.replace(".", "_")}`) })}{" "}
          <span className="text-sm text-ink-2">{moment(at)}</span>
        </li>
      ))}
    </ul>
  );
}
