"use client";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { Problem } from "@/components/command/problem";
import { useReader } from "@/components/reader/use-reader";
import { useCommand } from "@/components/command/use-command";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Button } from "@/components/ui/actions/button";
import { Stat } from "@/components/ui/data/stat";
import { useToast } from "@/components/ui/feedback/toast";
import { Card } from "@/components/ui/layout/card";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { Reply } from "@/lib/commands/client";
import type { PreviewOpeningInput } from "@/lib/cycle/schema";
import type { OpeningPreview } from "@/lib/cycle/types";
import { PreviewChanges } from "./changes";
import { PreviewNotes } from "./notes";

interface PreviewCardProps {
  input: PreviewOpeningInput;
  preview: OpeningPreview;
  before: OpeningPreview | null;
  /** Somebody joined, left or moved in between: what opening would do now. */
  onChanged: (preview: OpeningPreview) => void;
  quarter: string;
}

export function PreviewCard({ input, preview, before, onChanged, quarter }: PreviewCardProps) {
  const text = useTranslations("cycle");
  const { locale } = useReader();
  const router = useRouter();
  const toast = useToast();
  const top = useRef<HTMLDivElement>(null);
  const { pending, answer, send } = useCommand("cycle.open", {
    refresh: "never",
    onDone: ({ cycleId, people }) => {
      toast({ title: text("preview.opened", { quarter, count: people }) });
      router.push(`/cycles/${cycleId}`);
    },
  });
  const problem = useProblem(answer);
  const open = async () => {
    const opened = await send({ ...input, standing: preview.standing });
    if (!opened.ok && opened.code === "stale" && opened.data) onChanged(opened.data);
  };
  useEffect(() => top.current?.focus(), []);
  const exempted = preview.exempt.reduce((sum, { count }) => sum + count, 0);
  return (
    <div ref={top} tabIndex={-1} className="outline-none">
      <Card title={text("preview.title")} tone="jade">
        <div className="grid gap-4">
          {before === null ? null : <PreviewChanges before={before} now={preview} />}
          <div className="flex flex-wrap gap-x-10 gap-y-3">
            <Stat
              label={text("preview.people")}
              value={preview.people}
              unit={text("preview.peopleUnit")}
            />
            <Stat
              label={text("preview.exempt")}
              value={exempted}
              unit={text("preview.peopleUnit")}
              note={preview.exempt
                .map(({ reason, count }) =>
                  text("view.reasonCount", { reason: text(`reasons.${reason}`), count }),
                )
                .join(" · ")}
            />
          </div>
          <p>
            <span className="text-sm text-ink-2">{text("preview.divisions")}</span>{" "}
            {preview.divisions
              .map(({ name, people }) =>
                text("preview.divisionCount", { name: name[locale], count: people }),
              )
              .join(" · ")}
          </p>
          {preview.exemptPeople.length > 0 ? (
            <Disclosure
              summary={text("preview.exemptList", {
                first: exempted > preview.exemptPeople.length ? preview.exemptPeople.length : 0,
              })}
            >
              <ul className="list-disc ps-5 text-sm">
                {preview.exemptPeople.map(({ name, number, reason }) => (
                  <li key={number}>
                    {text("preview.person", { name, number, reason: text(`reasons.${reason}`) })}
                  </li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
          <PreviewNotes preview={preview} />
          <Problem text={problem} />
          <div>
            <Button variant="primary" pending={pending} onClick={() => void open()}>
              {text("preview.confirm", { quarter, count: preview.people })}
            </Button>
          </div>
        </div>
      </Card>
    </div>
  );
}

/** Opening can still be refused, e.g. when somebody else was faster; the field's reason says more than the code. */
function useProblem(answer: Reply<unknown> | null): string | null {
  const { ofAnswer, ofFault } = useRefusalText();
  if (answer === null || answer.ok) return null;
  const [fault] = Object.values(answer.fields ?? {});
  return ofFault(fault) ?? ofAnswer(answer);
}
