"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useReader } from "@/components/reader/use-reader";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Card } from "@/components/ui/layout/card";
import type { FallenRow } from "@/lib/hand-over/types";

/** What fell to the next in line: HR lets it be, or hands it on. */
export function FallenCard({ fallen }: { fallen: readonly FallenRow[] }) {
  const text = useTranslations("hand-over");
  const toast = useToast();
  const { moment } = useReader();
  const looking = useCommand("hand-over.look", {
    refresh: "always",
    onDone: ({ count }) => toast({ title: text("fallen.confirmed", { count }) }),
  });
  const look = (rows: readonly FallenRow[]) =>
    void looking.send({ handOverIds: rows.map(({ id }) => id) });
  return (
    <Card title={text("fallen.title")}>
      <p className="mb-3">{text(fallen.length === 0 ? "fallen.none" : "fallen.note")}</p>
      <Problem text={looking.problem} />
      <ul className="divide-y divide-line">
        {fallen.map((row) => {
          const { id, name, number, to, toId, at } = row;
          const post = text(`posts.${row.post}`);
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2"
            >
              <div className="min-w-0 flex-1 basis-72">
                <p>
                  {text("fallen.row", { name, number, post, to: to ?? text("fallen.office") })}{" "}
                  <span className="text-sm text-ink-2">{moment(at)}</span>
                </p>
                {toId === null && row.post === "hr_partner" ? (
                  <p className="text-sm text-ink-2">{text("fallen.officeNote")}</p>
                ) : null}
              </div>
              <div className="flex flex-wrap items-center gap-x-4">
                {toId === null ? null : (
                  <Link href={`/hand-over/${toId}`} className="inline-flex touch items-center link">
                    {text("fallen.handOn")}
                  </Link>
                )}
                <Button
                  size="sm"
                  pending={looking.pending}
                  aria-label={text("fallen.confirmOf", { name, post })}
                  onClick={() => look([row])}
                >
                  {text("fallen.confirm")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {fallen.length < 2 ? null : (
        <div className="mt-3">
          <Button pending={looking.pending} onClick={() => look(fallen)}>
            {text("fallen.confirmAll", { count: fallen.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}
