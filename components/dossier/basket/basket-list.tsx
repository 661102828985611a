"use client";

import { X } from "lucide";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Chip } from "@/components/ui/marks/chip";
import { Icon } from "@/components/ui/marks/icon";
import type { PinValue } from "../decision/pin-fields";
import type { Basket, Collected } from "./use-basket";

interface BasketListProps {
  basket: Basket;
  values: readonly PinValue[];
  errorOf: (field: string) => string | undefined;
}

/** What was collected so far; every one can be taken out again. */
export function BasketList({ basket, values, errorOf }: BasketListProps) {
  const text = useTranslations("dossier.basket");
  const reasons = useTranslations("dossier.reasons");
  const place = usePlace(values);
  const { items, drop } = basket;
  if (items.length === 0) return null;
  const faultAt = (at: number) =>
    ["value", "rung", "caseId", "caseReason", "reason"]
      .map((name) => errorOf(`reasons.${at}.${name}`))
      .find((fault) => fault !== undefined);
  return (
    <section aria-label={text("title", { count: items.length })} className="grid gap-2">
      <h3 className="text-sm font-semibold">{text("title", { count: items.length })}</h3>
      <ul className="grid gap-2">
        {items.map((item, at) => (
          <li
            key={`${at} ${item.reason}`}
            className="flex items-start gap-2 rounded-md bg-sunk py-1 ps-3 text-sm"
          >
            <div className="min-w-0 flex-1 py-1.5">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {place(item)}
                {item.caseReason === null ? null : (
                  <Chip tone="rust">{reasons(item.caseReason)}</Chip>
                )}
              </p>
              <p className="line-clamp-3 whitespace-pre-wrap">{item.reason}</p>
              {faultAt(at) === undefined ? null : (
                <p role="alert" className="text-rust">
                  {faultAt(at)}
                </p>
              )}
            </div>
            <IconButton
              label={text("drop", { place: place(item) })}
              icon={<Icon of={X} className="size-4" />}
              onClick={() => drop(at)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function usePlace(values: readonly PinValue[]): (item: Collected) => string {
  const text = useTranslations("dossier.basket");
  const words = useTranslations("dossier.decision");
  return ({ value, rung, caseId }) => {
    const found = values.find(({ key }) => key === value);
    if (found === undefined) return words("whole");
    const item = found.cases?.find(({ id }) => id === caseId);
    const gated = found.gated ? "yes" : "no";
    return [
      found.name,
      rung === null ? null : words("rungOption", { point: rung, gated }),
      item === undefined ? null : text("case", { title: item.title }),
    ]
      .filter((part) => part !== null)
      .join(" · ");
  };
}
