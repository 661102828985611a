"use client";

import { useTranslations } from "next-intl";
import { useMemo, useSyncExternalStore } from "react";
import { useKeptBox, useReadKept } from "@/components/ui/kept/kept";
import { caseReturnReasons, type CaseReturnReason } from "@/lib/appraisal/types";
import { hasWords } from "@/lib/text/characters";

/** One reason of a return that has not gone yet, and where it points. */
export interface Collected {
  readonly value: string | null;
  readonly rung: number | null;
  readonly caseId: string | null;
  readonly caseReason: CaseReturnReason | null;
  readonly reason: string;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const nothing = "[]";

function toCollected(found: unknown): Collected[] {
  if (typeof found !== "object" || found === null) return [];
  const item = new Map<string, unknown>(Object.entries(found));
  const [value, rung, caseId, reason] = ["value", "rung", "caseId", "reason"].map((name) =>
    item.get(name),
  );
  if (typeof reason !== "string") return [];
  return [
    {
      value: typeof value === "string" ? value : null,
      rung: typeof rung === "number" ? rung : null,
      caseId: typeof caseId === "string" ? caseId : null,
      caseReason: caseReturnReasons.find((one) => one === item.get("caseReason")) ?? null,
      reason,
    },
  ];
}

function parse(json: string): readonly Collected[] {
  try {
    const found: unknown = JSON.parse(json);
    return Array.isArray(found) ? found.flatMap(toCollected) : [];
  } catch {
    return [];
  }
}

export interface Basket {
  readonly items: readonly Collected[];
  /** False where the browser keeps nothing: then what is typed stays in its field. */
  readonly add: (item: Collected) => boolean;
  readonly drop: (at: number) => void;
  readonly empty: () => void;
}

/** Reasons collected in this tab for one sheet and round, until they go together. */
export function useBasket(form: string): Basket {
  const box = useKeptBox(form);
  const read = () => box?.read()["collected"] ?? nothing;
  const json = useSyncExternalStore(subscribe, read, () => nothing);
  const items = useMemo(() => parse(json), [json]);
  const write = (next: readonly Collected[]) => {
    box?.write(next.length === 0 ? {} : { collected: JSON.stringify(next) });
    for (const listener of listeners) listener();
  };
  return {
    items,
    add: (item) => {
      write([...items, item]);
      return parse(read()).length > items.length;
    },
    drop: (at) => write(items.filter((_, index) => index !== at)),
    empty: () => write([]),
  };
}

/** Why the sheet cannot go on while reasons for its return are set aside; null where none are. */
export function useSendFirst({ items }: Pick<Basket, "items">): string | null {
  const text = useTranslations("dossier.basket");
  return items.length === 0 ? null : text("sendFirst", { count: items.length });
}

/** In how many of these forms reasons are set aside. */
export function useCollectedAmong(forms: readonly string[]): number {
  const read = useReadKept();
  const count = () =>
    forms.filter((form) => parse(read(form)["collected"] ?? nothing).length > 0).length;
  return useSyncExternalStore(subscribe, count, () => 0);
}

/** What goes when it is sent: all that was collected, and what stands in the form. */
export function useReasons(form: string, draft: Collected) {
  const basket = useBasket(form);
  const { items } = basket;
  const typed = hasWords(draft.reason);
  return {
    basket,
    typed,
    reasons: typed || items.length === 0 ? [...items, draft] : items,
    /** The name of a field of the form, as the command names it. */
    field: (name: keyof Collected) => `reasons.${items.length}.${name}`,
  };
}
