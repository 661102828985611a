import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Stat } from "@/components/ui/data/stat";
import { Table, type Column } from "@/components/ui/data/table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Notice } from "@/components/ui/feedback/notice";
import { Card } from "@/components/ui/layout/card";
import type { WhatIfCounts, WhatIfFigures, WhatIfHead } from "@/lib/what-if/types";
import { BandMatrixCard } from "./band-matrix";
import { Count } from "./count";
import { FlowTable } from "./flow-table";
import { peopleHref } from "./href";
import { useNames } from "./words";

interface CountsViewProps {
  head: WhatIfHead;
  figures: WhatIfFigures;
}

/** Counts first: how many would stand differently, and in what. */
export function CountsView({ head, figures }: CountsViewProps) {
  const text = useTranslations("what-if");
  const { counts, scope } = figures;
  if (counts === null)
    return <EmptyState title={text("tooFew.title")}>{text("tooFew.body")}</EmptyState>;
  const { bands, consequences, justifications, queues } = counts;
  const load = [
    { key: "justification" as const, ...justifications },
    ...queues.map(({ queue, ...flow }) => ({ key: queue, ...flow })),
  ].filter(({ before, after, gained, lost }) =>
    [before, after, gained, lost].some((figure) => figure !== 0),
  );
  return (
    <>
      <Summary head={head} figures={figures} counts={counts} />
      {scope === "company" ? <p className="text-sm text-ink-2">{text("small")}</p> : null}
      <BandMatrixCard matrix={bands} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Consequences rows={consequences} />
        <Card title={text("load.title")} note={text("load.note")}>
          <FlowTable
            caption={text("load.caption")}
            nameHeader={text("load.name")}
            rows={load.map(({ key, ...flow }) => ({
              ...flow,
              id: key,
              name: text(`load.${key}`),
            }))}
          />
          {justifications.unwritten ? (
            <p className="pt-3 text-sm text-amber">
              {text("load.unwritten", { count: justifications.unwritten })}
            </p>
          ) : null}
        </Card>
      </div>
      {counts.scored === 0 ? null : <Scores rows={counts.scores} />}
    </>
  );
}

function Summary({ head, figures, counts }: CountsViewProps & { counts: WhatIfCounts }) {
  const text = useTranslations("what-if.summary");
  const names = useNames();
  const { people, unfinished, target, scope } = figures;
  const { changed, scored, banded, totals } = counts;
  const both = totals.up !== null && totals.down !== null;
  const moved = totals.up === null || totals.down === null ? null : totals.up + totals.down;
  return (
    <Card
      title={text("title", { from: names.policy(head.policy), to: names.policy(target) })}
      note={[
        text("note", { people }),
        ...(unfinished > 0 ? [text("unfinished", { count: unfinished })] : []),
      ].join(" · ")}
      actions={
        scope === "mine" && changed !== 0 ? (
          <LinkButton href={peopleHref(head.cycleId, target.id)}>{text("who")}</LinkButton>
        ) : undefined
      }
    >
      <div className="flex flex-wrap gap-x-12 gap-y-4">
        <Stat label={text("people")} value={<Count value={people} />} unit={text("peopleUnit")} />
        <Stat label={text("changed")} value={<Count value={changed} />} />
        <Stat label={text("scored")} value={<Count value={scored} />} />
        <Stat
          label={text("totals")}
          value={<Count value={moved} />}
          note={
            both && moved !== 0 ? text("upDown", { up: totals.up, down: totals.down }) : undefined
          }
        />
        <Stat label={text("banded")} value={<Count value={banded} />} />
      </div>
      {changed === 0 ? <Notice tone="success">{text("same")}</Notice> : null}
    </Card>
  );
}

function Consequences({ rows }: { rows: WhatIfCounts["consequences"] }) {
  const text = useTranslations("what-if.consequences");
  const names = useNames();
  return (
    <Card title={text("title")} note={text("note")}>
      {rows.length === 0 ? (
        <p className="text-ink-2">{text("empty")}</p>
      ) : (
        <FlowTable
          caption={text("caption")}
          nameHeader={text("name")}
          rows={rows.map(({ code, text: name, ...flow }) => ({
            ...flow,
            id: code,
            name: names.pick(name),
          }))}
        />
      )}
    </Card>
  );
}

type ScoreRow = WhatIfCounts["scores"][number];

function Scores({ rows }: { rows: readonly ScoreRow[] }) {
  const text = useTranslations("what-if.scores");
  const names = useNames();
  const undecided = rows.some((row) => row.undecided !== 0);
  const columns: readonly Column<ScoreRow>[] = [
    { id: "name", header: text("name"), rowHeader: true, cell: ({ name }) => names.pick(name) },
    ...(["up", "down", "same", "undecided"] as const)
      .filter((part) => part !== "undecided" || undecided)
      .map((part) => ({
        id: part,
        header: text(part),
        align: "end" as const,
        cell: (row: ScoreRow) => <Count value={row[part]} />,
      })),
  ];
  return (
    <Card title={text("title")} note={text("note")}>
      <Table caption={text("caption")} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </Card>
  );
}
