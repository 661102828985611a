"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Checkbox } from "@/components/ui/form/checkbox";
import { type Column, Table } from "@/components/ui/data/table";
import { Card } from "@/components/ui/layout/card";
import type { HeldSheet, HolderPage } from "@/lib/hand-over/types";
import { DecisionFields, nothingTyped } from "./decision-fields";
import { useHeld } from "./use-held";

/** One holder's sheets under way: some or all are handed over, the others stay. */
export function GiveForm({ page: { person, sheets } }: { page: HolderPage }) {
  const text = useTranslations("hand-over");
  const toast = useToast();
  const [typed, setTyped] = useState(nothingTyped);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const giving = useCommand("hand-over.give", {
    refresh: "always",
    onDone: ({ count, fell }) => {
      toast({ title: text("give.done", { count, fell }) });
      setChosen(new Set());
      setTyped(nothingTyped);
    },
  });
  // What somebody else handed over meanwhile is in the list no more.
  const going = sheets.filter(({ appraisalId }) => chosen.has(appraisalId));
  const { answer } = giving;
  const taken = answer?.ok === false && answer.code === "stale" ? (answer.data?.taken ?? []) : [];
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (on) after.add(id);
        else after.delete(id);
      return after;
    });
  const all = sheets.map(({ appraisalId }) => appraisalId);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
      <Card title={text("sheets.caption")}>
        <div className="grid gap-3">
          <Checkbox
            name="all"
            label={text("sheets.all")}
            checked={going.length === sheets.length}
            onChange={(event) => choose(all, event.currentTarget.checked)}
          />
          <SheetTable sheets={sheets} chosen={chosen} choose={choose} />
        </div>
      </Card>
      <Card title={text("give.title")}>
        <div className="grid gap-4">
          <Problem text={giving.problem ?? giving.errorOf("appraisalIds") ?? null} />
          {taken.map(({ name, number, holder }) => (
            <p key={number} className="text-sm text-rust">
              {text("give.taken", { name, number, holder })}
            </p>
          ))}
          <DecisionFields
            typed={typed}
            onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
            errorOf={giving.errorOf}
          />
          <div>
            <Button
              variant="primary"
              pending={giving.pending}
              onClick={() =>
                void giving.send({
                  ...{ fromId: person.id, ...typed },
                  appraisalIds: going.map(({ appraisalId }) => appraisalId),
                })
              }
            >
              {text("give.submit", { count: going.length })}
            </Button>
          </div>
          <p className="text-sm text-ink-2">
            {text(person.status === "left" ? "holder.leftNote" : "holder.finishNote", {
              name: person.name,
            })}
          </p>
        </div>
      </Card>
    </div>
  );
}

interface SheetTableProps {
  sheets: readonly HeldSheet[];
  chosen: ReadonlySet<string>;
  choose: (ids: readonly string[], on: boolean) => void;
}

function SheetTable({ sheets, chosen, choose }: SheetTableProps) {
  const text = useTranslations("hand-over.sheets");
  const { quarterOf, stepOf, postsOf } = useHeld();
  const columns: Column<HeldSheet>[] = [
    {
      id: "name",
      header: text("name"),
      rowHeader: true,
      cell: ({ appraisalId, name }) => (
        <Checkbox
          name={appraisalId}
          aria-label={text("choose", { name })}
          label={<bdi>{name}</bdi>}
          checked={chosen.has(appraisalId)}
          onChange={(event) => choose([appraisalId], event.currentTarget.checked)}
        />
      ),
    },
    {
      id: "number",
      header: text("number"),
      cell: ({ number }) => <span className="tabular">{number}</span>,
    },
    { id: "quarter", header: text("quarter"), cell: quarterOf },
    { id: "step", header: text("step"), cell: stepOf },
    { id: "posts", header: text("posts"), cell: postsOf },
  ];
  return (
    <Table
      caption={text("caption")}
      columns={columns}
      rows={sheets}
      rowKey={({ appraisalId }) => appraisalId}
    />
  );
}
