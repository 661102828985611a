"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/feedback/notice";
import { RadioCards } from "@/components/ui/form/radio-cards";
import type { HeldSheet } from "@/lib/hand-over/types";
import { DecisionFields, type Typed } from "./decision-fields";
import { useHeld } from "./use-held";

const choices = ["finish", "hand_over"] as const;
type Choice = (typeof choices)[number];

export interface TypedDecision extends Typed {
  readonly decision: Choice;
}

/** As the command takes it: for the very sheets that were shown. */
export function decisionOn(
  sheets: readonly HeldSheet[],
  { decision, successorNumber, way, reason, note }: TypedDecision,
) {
  const appraisalIds = sheets.map(({ appraisalId }) => appraisalId);
  return decision === "finish"
    ? { decision, appraisalIds }
    : { decision, appraisalIds, successorNumber, way, reason, note };
}

interface TouchedSheetsProps {
  sheets: readonly HeldSheet[];
  typed: TypedDecision;
  onChange: (change: Partial<TypedDecision>) => void;
  errorOf: (field: string) => string | undefined;
  /** Why the sheets are touched: their manager changes, who holds them is away, or leaves. */
  because: "manager" | "away" | "left";
}

const SHOWN = 8;

/** The sheets under way a change of a person touches, and what becomes of them. */
export function TouchedSheets(props: TouchedSheetsProps) {
  const { sheets, typed, onChange, errorOf, because } = props;
  const toManager = because === "manager";
  const text = useTranslations("hand-over");
  const { quarterOf, stepOf, postsOf } = useHeld();
  return (
    <Notice tone="warn" live title={text("touched.title", { count: sheets.length })}>
      <div className="grid gap-4">
        <p>{text("touched.body")}</p>
        <ul className="grid gap-1 text-sm">
          {sheets.slice(0, SHOWN).map((sheet) => (
            <li key={sheet.appraisalId}>
              <bdi className="font-semibold">{sheet.name}</bdi>{" "}
              <span className="tabular">{sheet.number}</span> · {quarterOf(sheet)} · {stepOf(sheet)}{" "}
              · {postsOf(sheet)}
            </li>
          ))}
          {sheets.length > SHOWN ? <li>…</li> : null}
        </ul>
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
                description: text(because === "away" ? "touched.finishAway" : "touched.finishHint"),
              },
              {
                value: "hand_over",
                label: text("touched.handOver"),
                description: text("touched.handOverHint"),
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
              asksSuccessor={!toManager}
            />
          </>
        )}
      </div>
    </Notice>
  );
}
