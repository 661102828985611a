import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { ConfirmedCommand } from "@/components/people/confirmed-command";
import { PersonSuggestions } from "@/components/people/form/person-suggestions";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import type { PersonLink } from "@/lib/people/types";
import type { DeclaredRow, RelationsPage } from "@/lib/relations/types";
import { DeclareForm } from "./declare-form";

interface RelationsViewProps {
  page: RelationsPage;
  suggestions: readonly PersonLink[];
}

/** Declared relations: one's own declarations, or for HR all of them. */
export function RelationsView({ page: { rows, ofAll }, suggestions }: RelationsViewProps) {
  const text = useTranslations("relations");
  return (
    <div className="grid gap-5">
      <PageHeader title={text("title")} subtitle={text("subtitle")} />
      <div className="grid items-start gap-5 lg:grid-cols-[2fr_3fr]">
        <Card title={text("form.title")}>
          <PersonSuggestions people={suggestions} />
          <DeclareForm ofAll={ofAll} />
        </Card>
        <Card title={text(ofAll ? "list.all" : "list.own")}>
          {rows.length === 0 ? <p>{text("list.none")}</p> : null}
          <ul className="grid gap-4">
            {rows.map((row) => (
              <Declaration key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}

function Declaration({ row }: { row: DeclaredRow }) {
  const text = useTranslations("relations");
  const { moment } = useReader();
  const {
    id,
    kind,
    by,
    at,
    endedAt,
    confirmedAt,
    confirmedBy,
    mayConfirm,
    mayEnd,
    stuck,
    ...pair
  } = row;
  const waits = confirmedAt === null && endedAt === null;
  return (
    <li className="grid justify-items-start gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{text("list.pair", pair)}</span>
        <Chip tone={endedAt === null ? "indigo" : "neutral"}>{text(`kinds.${kind}`)}</Chip>
        {waits ? <Chip tone="amber">{text("list.waits")}</Chip> : null}
      </p>
      <p className="text-sm text-ink-2">{text("list.by", { name: by, when: moment(at) })}</p>
      {confirmedAt === null ? null : (
        <p className="text-sm text-ink-2">
          {text("list.confirmed", { name: confirmedBy ?? "", when: moment(confirmedAt) })}
        </p>
      )}
      {waits ? <p className="text-sm text-ink-2">{text("list.waitsNote")}</p> : null}
      {endedAt === null ? null : (
        <p className="text-sm text-ink-2">{text("list.ended", { when: moment(endedAt) })}</p>
      )}
      {stuck.length === 0 ? null : (
        <p className="text-sm text-rust">{text("list.stuck", { names: stuck.join(" · ") })}</p>
      )}
      {mayConfirm ? (
        <ConfirmedCommand
          command="relations.confirm"
          input={{ relationId: id }}
          label={text("confirm.label")}
          title={text("confirm.title")}
          description={text("confirm.body")}
          confirmLabel={text("confirm.confirm")}
          harmless
        />
      ) : null}
      {mayEnd ? (
        <ConfirmedCommand
          command="relations.end"
          input={{ relationId: id }}
          label={text("end.label")}
          title={text("end.title")}
          description={text("end.body")}
          confirmLabel={text("end.confirm")}
          quiet
        />
      ) : null}
    </li>
  );
}
