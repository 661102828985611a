"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/feedback/notice";
import { Checkbox } from "@/components/ui/form/checkbox";
import { RadioCards } from "@/components/ui/form/radio-cards";
import type { HeldSheet } from "@/lib/hand-over/types";
import { DecisionFields, type Typed } from "./decision-fields";
import { useHeld } from "./use-held";

const choices = ["finish", "hand_over"] as const;
type Choice = (typeof choices)[number];

export interface TypedDecision extends Typed {
  readonly decision: Choice;
  /** Of what is handed over: sheets that are finished first all the same. */
  readonly stays: readonly string[];
}

/** As the command takes it: for the very sheets that were shown. */
export function decisionOn(
  sheets: readonly HeldSheet[],
  { decision, stays, successorNumber, way, reason, note }: TypedDecision,
) {
  const appraisalIds = sheets.map(({ appraisalId }) => appraisalId);
  return decision === "finish"
    ? { decision, appraisalIds }
    : { decision, appraisalIds, stays, successorNumber, way, reason, note };
}

interface TouchedSheetsProps {
  sheets: readonly HeldSheet[];
  typed: TypedDecision;
  onChange: (change: Partial<TypedDecision>) => void;
  errorOf: (field: string) => string | undefined;
  /** Why the sheets are touched: their manager or their department changes, who holds them is away, or leaves. */
  because: "manager" | "transfer" | "away" | "left";
}

const finishHints = {
  ...{ manager: "finishHint", left: "finishHint" },
  ...{ transfer: "transferFinish", away: "finishAway" },
} as const;

/** The sheets under way a change of a person touches, and what becomes of them. */
export function TouchedSheets(props: TouchedSheetsProps) {
  const { sheets, typed, onChange, errorOf, because } = props;
  const toManager = because === "manager";
  const text = useTranslations("hand-over");
  const { quarterOf, stepOf, postsOf } = useHeld();
  const picks = because !== "left" && typed.decision === "hand_over" && sheets.length > 1;
  const pick = (id: string, goes: boolean) => {
    const others = typed.stays.filter((one) => one !== id);
    onChange({ stays: goes ? others : [...others, id] });
  };
  const lineOf = (sheet: HeldSheet) => (
    <>
      <bdi className="font-semibold">{sheet.name}</bdi>{" "}
      <span className="tabular">{sheet.number}</span> · {quarterOf(sheet)} · {stepOf(sheet)} ·{" "}
      {postsOf(sheet)}
    </>
  );
  return (
    <Notice tone="warn" live title={text("touched.title", { count: sheets.length })}>
      <div className="grid gap-4">
        <p>{text("touched.body")}</p>
        <ul className="grid max-h-80 gap-1 overflow-y-auto text-sm">
          {sheets.map((sheet) => (
            <li key={sheet.appraisalId}>
              {picks ? (
                <Checkbox
                  name={`goes-${sheet.appraisalId}`}
                  aria-label={text("touched.choose", { name: sheet.name })}
                  label={lineOf(sheet)}
                  checked={!typed.stays.includes(sheet.appraisalId)}
                  onChange={(event) => pick(sheet.appraisalId, event.currentTarget.checked)}
                />
              ) : (
                lineOf(sheet)
              )}
            </li>
          ))}
        </ul>
        {picks ? <p className="text-sm text-ink-2">{text("touched.some")}</p> : null}
        {because === "left" ? (
          <p>
            {text("touched.needed")} <span className="text-rust">{errorOf("sheets.decision")}</span>
          </p>
        ) : (
          <RadioCards
            legend={text("touched.decision")}
            name="sheets.decision"
            value={typed.decision}
            error={errorOf("sheets.decision")}
            onChange={({ target: { value } }) =>
              onChange({ decision: choices.find((one) => one === value) ?? typed.decision })
            }
            options={[
              {
                value: "finish",
                label: text("touched.finish"),
                description: text(`touched.${finishHints[because]}`),
              },
              {
                value: "hand_over",
                label: text("touched.handOver"),
                description: text(
                  because === "transfer" ? "touched.transferHint" : "touched.handOverHint",
                ),
              },
            ]}
          />
        )}
        {typed.decision === "finish" ? null : (
          <>
            {toManager ? (
              <p>
                {text("touched.to")}{" "}
                <span className="text-rust">{errorOf("sheets.successorNumber")}</span>
              </p>
            ) : null}
            <DecisionFields
              typed={typed}
              onChange={onChange}
              errorOf={errorOf}
              at="sheets."
              asksSuccessor={!toManager && because !== "transfer"}
              asksWay={because !== "transfer"}
            />
          </>
        )}
      </div>
    </Notice>
  );
}
