"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { appraisalStates } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Answer } from "@/lib/commands/client";
import type { CommandName } from "@/lib/commands/names";
import type { FieldFault } from "@/lib/errors/outcome";

export interface Decision<T> {
  readonly pending: boolean;
  /** Why it was refused, where no field can say it. */
  readonly refusal: string | null;
  readonly stale: boolean;
  readonly faultOf: (field: string) => string | undefined;
  /** The value, or null when refused; then everything typed stays as it is. */
  readonly send: (input: unknown) => Promise<T | null>;
  readonly reload: () => void;
}

/** One decision: sends it, shows a refusal at its field, and reads the page anew once it is done. */
export function useDecision<T>(name: CommandName): Decision<T> {
  const router = useRouter();
  const text = useTranslations("dossier");
  const { pending, answer, send } = useCommand<T>(name);
  const { ofAnswer, ofFault } = useRefusalText();
  const [read, setRead] = useState<Answer<T> | null>(null);
  const shown = answer === read ? null : answer;
  const fields = fieldsOf(shown);
  const state = stateOf(shown);
  const stale = shown !== null && !shown.ok && shown.code === "stale";
  const sayWhy = () =>
    stale && state !== null
      ? text("decision.stale", { state: text(`states.${state}`) })
      : ofAnswer(shown);
  return {
    pending,
    stale,
    refusal: Object.keys(fields).length > 0 ? null : sayWhy(),
    faultOf: (field) => ofFault(fields[field]),
    send: async (input) => {
      const result = await send(input);
      if (!result.ok) return null;
      router.refresh();
      return result.value;
    },
    reload: () => {
      setRead(answer);
      router.refresh();
    },
  };
}

function fieldsOf(answer: Answer<unknown> | null): Readonly<Record<string, FieldFault>> {
  return answer !== null && !answer.ok && "fields" in answer ? (answer.fields ?? {}) : {};
}

/** Where the sheet stands now, when the refusal tells. */
function stateOf(answer: Answer<unknown> | null): AppraisalState | null {
  if (answer === null || answer.ok || !("data" in answer)) return null;
  const { data } = answer;
  if (typeof data !== "object" || data === null || !("state" in data)) return null;
  return appraisalStates.find((state) => state === data.state) ?? null;
}
