"use client";

import { useTranslations } from "next-intl";
import { CaseCard } from "@/components/sheet/cases/case-card";
import { VerdictChip } from "@/components/sheet/ladder/judgement";
import { casesAt } from "@/components/sheet/state/edits";
import { Notice } from "@/components/ui/feedback/notice";
import type { ValueRounds } from "@/lib/rounds/types";
import type { SheetValueResult, ValueDefinition } from "@/lib/scoring";
import { inOrder } from "@/lib/sheet/rules";
import type { SheetValue } from "@/lib/sheet/types";
import { useReader } from "@/components/reader/use-reader";

interface SelfSideProps {
  definition: ValueDefinition;
  result: SheetValueResult;
  value: SheetValue;
  rounds: ValueRounds | undefined;
}

/** The self-review of one value by itself, for a phone, where both sides do not fit beside each other. */
export function SelfSide({ definition, result, value, rounds }: SelfSideProps) {
  const text = useTranslations("manager-scoring.sheet");
  const reader = useReader();
  return (
    <ol
      aria-label={text("selfOf", { value: reader.text(definition.name) })}
      className="divide-y divide-line rounded-lg border border-line bg-card"
    >
      {definition.rungs.map(({ point, statement }, index) => (
        <li key={point} className="grid gap-2 p-3">
          <p className="flex items-start justify-between gap-3">
            <span>
              <span className="me-2 font-semibold text-jade tabular">{point}</span>
              {reader.text(statement)}
            </span>
            <VerdictChip verdict={result.rungs[index]?.verdict ?? "open"} />
          </p>
          {inOrder(casesAt(value.cases, point)).map((item) => (
            <CaseCard key={item.id} item={item} mark={rounds?.marks[item.id]} full />
          ))}
        </li>
      ))}
    </ol>
  );
}

/** Where the self-review of a value would stand, by a policy of “manager first”: what opens it. */
export function ClosedSelf() {
  const text = useTranslations("manager-scoring.closed");
  return <Notice title={text("title")}>{text("body")}</Notice>;
}
