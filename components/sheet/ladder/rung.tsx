"use client";

import clsx from "clsx";
import { Plus, RotateCcw } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Button } from "@/components/ui/actions/button";
import { Chip } from "@/components/ui/marks/chip";
import {
  caseKindOf,
  isPresumed,
  verdictSaid,
  type Problem,
  type RungDefinition,
  type RungOutcome,
} from "@/lib/scoring";
import { awaitsWriting, inOrder } from "@/lib/sheet/rules";
import type { SheetCase } from "@/lib/sheet/types";
import { RungCases } from "../cases/rung-cases";
import { casesAt } from "../state/edits";
import { rungId } from "../state/ids";
import type { ValueEditor } from "../state/use-value-editor";
import type { LadderView } from "../state/ladder-view";
import { useReader } from "@/components/reader/use-reader";
import { Judgement, VerdictChip } from "./judgement";
import { RungHints } from "./rung-hints";
import { RungMark } from "./rung-mark";
import { RungNotes, type PinnedNote } from "./rung-notes";
import { RungReach } from "./rung-reach";

interface RungProps {
  view: LadderView;
  rung: RungDefinition;
  outcome: RungOutcome;
  next: RungOutcome["reach"] | null;
  editor: ValueEditor | null;
  notes: readonly PinnedNote[];
  beside: ReactNode;
}

export function Rung({ view, rung, outcome, next, editor, notes, beside }: RungProps) {
  const text = useTranslations("sheet.ladder");
  const words = useTranslations("scoring");
  const { text: pick } = useReader();
  const { gated } = view.definition;
  const closed = outcome.reach === "closed";
  const verdict = verdictSaid(view.result, outcome);
  const name = words(gated ? "rung" : "rule", { point: rung.point });
  // One's own stay where they are while a day is typed.
  const order = editor === null ? inOrder : (of: readonly SheetCase[]) => of;
  const cases = order(
    casesAt([...inOrder(view.other?.cases ?? []), ...view.own.cases], rung.point),
  );
  const problems = view.result.problems.filter(({ rung: at }) => at === rung.point);
  const { ofFault } = useRefusalText();
  const refused = ofFault(editor?.faults[`judgements.${rung.point}`]);
  const stopped = problems.filter(
    (problem) => isToMend(problem) && !awaitsWriting(problem, view.own),
  );
  return (
    <li
      aria-label={name}
      className={clsx(
        "grid grid-cols-[auto_1fr] gap-x-3 border-t border-line px-3 py-4 first:border-t-0 md:gap-x-4 md:px-4",
        closed && "bg-sunk/60 last:rounded-b-lg",
      )}
    >
      <RungMark
        point={rung.point}
        reach={verdict === "open" && !closed ? "open" : outcome.reach}
        next={next}
        gated={gated}
      />
      <div className="grid min-w-0 gap-2.5">
        <div className="flex flex-wrap items-start justify-between gap-x-5 gap-y-2">
          <div className="min-w-0 flex-1 basis-72">
            <h3 className={clsx("text-base", closed && "font-normal text-ink-2")}>
              {pick(rung.statement)}
            </h3>
            <RungHints rung={rung} gated={gated} halves={view.halves}>
              <RungReach view={view} outcome={outcome} verdict={verdict} cases={cases} />
            </RungHints>
          </div>
          <Before view={view} point={rung.point} />
          {beside}
          <Said
            view={view}
            rung={rung}
            outcome={outcome}
            verdict={verdict}
            editor={editor}
            invalid={stopped.length > 0 || refused !== undefined}
            label={text("judge", { rung: name, statement: pick(rung.statement) })}
          />
        </div>
        <RungNotes notes={notes} />
        <RungCases view={view} rung={rung} cases={cases} closed={closed} editor={editor} />
        {refused === undefined ? null : <p className="text-sm text-rust">{refused}</p>}
        {stopped.map(({ code }) => (
          <p key={code} className="text-sm text-rust">
            {words(`problem.${code}`, { gate: view.result.gate ?? 0 })}
          </p>
        ))}
        {editor === null ? null : (
          <div className="flex flex-wrap gap-x-2 empty:hidden">
            {mayAdd(rung, cases.length) ? (
              <Button
                variant="quiet"
                size="sm"
                icon={<Icon of={Plus} className="size-4" />}
                onClick={() => editor.addCase(rung)}
                aria-label={`${name} · ${text(addWord(closed, cases.length))}`}
              >
                {text(addWord(closed, cases.length))}
              </Button>
            ) : null}
            {!mayUnjudge(view, outcome) ? null : (
              <Button
                variant="quiet"
                size="sm"
                icon={<Icon of={RotateCcw} className="size-4" />}
                onClick={() => {
                  editor.judge(rung, null);
                  // This button goes with the verdict, and the focus would go with the button.
                  document
                    .getElementById(rungId(view.definition.key, rung.point))
                    ?.querySelector("button")
                    ?.focus();
                }}
                aria-label={`${name} · ${text("unjudge")}`}
              >
                {text("unjudge")}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

/** What was said of the rung when the sheet was handed in before, where it is another word now. */
function Before({ view, point }: { view: LadderView; point: number }) {
  const text = useTranslations("dossier.rounds");
  const words = useTranslations("dossier.verdict");
  const change = view.rounds?.changes.find(({ side }) => side === view.side);
  const verdict = change?.verdicts.find(({ rung }) => rung === point);
  if (verdict === undefined) return null;
  return (
    <span className="flex items-center md:min-h-8.5">
      <Chip tone="amber">{text("rungBefore", { verdict: words(verdict.from ?? "open") })}</Chip>
    </span>
  );
}

/** An open judgement shows as what is left to do, not as a fault. */
function isToMend({ severity, code }: Problem): boolean {
  return severity === "error" && code !== "not-judged" && code !== "justification-required";
}

/** A granted rung needs no case; one is added by judging it lower. */
function mayAdd(rung: RungDefinition, count: number): boolean {
  return count > 0 || caseKindOf(rung) === "supports";
}

/** Beside another verdict silence grants the same again: taking it back would change nothing anybody sees. */
function mayUnjudge(view: LadderView, { point, because }: RungOutcome): boolean {
  const { judgements } = view.own;
  if (judgements[point] === undefined) return false;
  if (judgements[point] !== "met" || because !== "no-contradiction") return true;
  const others = Object.entries(judgements).filter(
    ([at, verdict]) => verdict !== undefined && Number(at) !== point,
  );
  return others.length === 0 && !isPresumed(view.definition);
}

function addWord(closed: boolean, count: number): "fileAnyway" | "addCase" | "addFirst" {
  if (count > 0) return "addCase";
  return closed ? "fileAnyway" : "addFirst";
}

interface SaidProps {
  view: LadderView;
  rung: RungDefinition;
  outcome: RungOutcome;
  verdict: RungOutcome["verdict"];
  editor: ValueEditor | null;
  invalid: boolean;
  label: string;
}

/** The judgement: buttons where it can be given, words where it can be read, nothing behind the gate. */
function Said({ view, rung, outcome, verdict, editor, invalid, label }: SaidProps) {
  const text = useTranslations("sheet.ladder");
  const words = useTranslations("scoring.verdictFull");
  const judged = view.own.judgements[rung.point];
  if (outcome.reach === "closed") {
    return judged === undefined ? null : (
      <p className="text-xs text-ink-2">{text("kept", { verdict: words(judged) })}</p>
    );
  }
  if (editor === null)
    return (
      <span className="flex items-center md:min-h-8.5">
        <VerdictChip verdict={verdict} />
      </span>
    );
  const granted = outcome.because === "no-contradiction" && verdict === "met" ? "met" : null;
  return (
    <Judgement
      id={rungId(view.definition.key, rung.point)}
      label={label}
      value={judged ?? granted}
      onJudge={(verdict) => editor.judge(rung, verdict)}
      invalid={invalid}
      halves={view.halves}
    />
  );
}
