"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ValueRoundsView } from "@/components/dossier/rounds/value-rounds";
import { Ladder } from "@/components/sheet/ladder/ladder";
import { ladderView } from "@/components/sheet/state/ladder-view";
import { useReader } from "@/components/reader/use-reader";
import { Figure } from "@/components/sheet/values/figure";
import { Explanation } from "@/components/sheet/values/explanation";
import { TakeBack } from "@/components/sheet/bar/take-back";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Notice } from "@/components/ui/feedback/notice";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Score } from "@/components/ui/marks/score";
import { figureOf, formatScore, rungsFor, sumOfFigures } from "@/lib/scoring";
import type { SelfReviewView } from "@/lib/self-review/types";
import { draftResultOf, resultOf, writtenIn } from "@/lib/sheet/rules";
import type { SheetPair } from "@/lib/sheet/types";
import { ownRounds } from "./own-rounds";

/** The self-review to read: handed in, not yet open, or too late. */
export function SelfReviewRecord({ view }: { view: SelfReviewView }) {
  const text = useTranslations("self-review");
  const { text: pick } = useReader();
  const { framework, policy, sheet, step, before } = view;
  const sheets = useMemo<SheetPair>(
    () => ({ self: sheet, manager: { side: "manager", values: [] } }),
    [sheet],
  );
  const result = useMemo(() => {
    const score = step === writtenIn.self ? draftResultOf : resultOf;
    return score(framework, policy, sheets, "self");
  }, [framework, policy, sheets, step]);
  return (
    <>
      <PageHeader
        title={text("quarter", view.cycle)}
        beside={text("readOnly")}
        actions={
          <span className="text-xl font-semibold tabular">
            {text.rich("total", {
              figure: () => <Figure halfPoints={sumOfFigures(result.values)} />,
              max: formatScore(result.maxTotal),
            })}
          </span>
        }
      />
      <WhyReadOnly view={view} />
      <div className="grid gap-3">
        {framework.values.map((value) => {
          const shown = ladderView({ framework, policy }, result, sheets, "self", value.key);
          const rounds = ownRounds({ rules: view, result, sheets, before }, value.key);
          return shown === null ? null : (
            <section key={value.key} className="rounded-lg border border-line bg-card p-4 md:px-5">
              <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
                <h2 className="text-lg">
                  {pick(value.name)}
                  {value.motto ? (
                    <span className="ms-3 text-sm font-normal text-ink-2">{pick(value.motto)}</span>
                  ) : null}
                </h2>
                <Score
                  halfPoints={figureOf(shown.result)}
                  max={rungsFor(shown.result.maxHalfPoints)}
                />
              </div>
              <div className="mt-2 grid gap-2">
                <ValueRoundsView rounds={rounds} gated={value.gated} />
                <Explanation result={shown.result} />
                <Disclosure summary={text("readOnlyLadder")}>
                  <Ladder view={{ ...shown, rounds }} editor={null} />
                </Disclosure>
              </div>
            </section>
          );
        })}
      </div>
    </>
  );
}

function WhyReadOnly({ view }: { view: SelfReviewView }) {
  const text = useTranslations("self-review");
  const reader = useReader();
  const moment = (at: Date | null) => (at === null ? "" : reader.moment(at));
  const name = view.managerName ?? text("noManager");
  const { step, locked, submittedAt, takeBackAt } = view;
  if (step !== "self_review") {
    return (
      <Notice
        tone="success"
        title={text("submitted.title", { when: moment(submittedAt) })}
        actions={
          step === "result" ? (
            <LinkButton href={`/results/${view.appraisalId}`}>
              {text("submitted.seeResult")}
            </LinkButton>
          ) : takeBackAt === null ? null : (
            <TakeBack
              command="self-review.take-back"
              target={{ appraisalId: view.appraisalId, version: takeBackAt }}
            />
          )
        }
      >
        {text(`submitted.${step}`, { name })}
        {takeBackAt === null ? null : <p>{text("submitted.takeBack", { name })}</p>}
      </Notice>
    );
  }
  if (locked === "window_not_open") {
    const opens = view.stages.find((stage) => stage.step === step)?.opensAt ?? null;
    return <Notice>{text("locked.window_not_open", { moment: moment(opens) })}</Notice>;
  }
  return (
    <Notice tone="warn">
      {locked !== null && text.has(`locked.${locked}`)
        ? text(`locked.${locked}`)
        : text("locked.window_closed")}
    </Notice>
  );
}
