import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DecisionForm } from "@/components/approval/decision-form";
import type { Collected } from "@/components/dossier/basket/use-basket";
import { ValueDecision } from "@/components/hr-audit/decision/value-decision";
import { ReviewDecision } from "@/components/second-level/review-decision";
import approval from "@/messages/en/approval.json";
import common from "@/messages/en/common.json";
import dossier from "@/messages/en/dossier.json";
import errors from "@/messages/en/errors.json";
import hrAudit from "@/messages/en/hr-audit.json";
import secondLevel from "@/messages/en/second-level.json";

// What a tab keeps is not there where pages are rendered without one.
const tab = vi.hoisted((): { items: readonly Collected[] } => ({ items: [] }));
vi.mock(import("@/components/dossier/basket/use-basket"), async (original) => {
  const basket = () => ({
    items: tab.items,
    add: () => true,
    drop: () => undefined,
    empty: () => undefined,
  });
  return {
    ...(await original()),
    useBasket: basket,
    useReasons: (_form, draft) => ({
      basket: basket(),
      typed: false,
      reasons: [...tab.items, draft],
      field: (name) => name,
    }),
  };
});
vi.mock(import("next/navigation"), async (original) => ({
  ...(await original()),
  useRouter: () => ({
    bfcacheId: "",
    back: () => undefined,
    forward: () => undefined,
    refresh: () => undefined,
    push: () => undefined,
    replace: () => undefined,
    prefetch: () => undefined,
  }),
}));

const shown = (page: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={{
        approval,
        common,
        dossier,
        errors,
        "hr-audit": hrAudit,
        "second-level": secondLevel,
      }}
      timeZone="UTC"
    >
      {page}
    </NextIntlClientProvider>,
  );

const sheet = { appraisalId: "a", version: 1, round: 1, name: "Fu Xing", values: [] };
const score = {
  ...sheet,
  value: "integrity",
  valueName: "Integrity",
  score: "5",
  rungs: 5,
  gated: true,
  asked: false,
  unheard: false,
  returnReasons: [],
  cases: [],
};
const rooms = [
  [
    "agree",
    <ReviewDecision key="s" returns={false} round={1} target={{ ...sheet, managerName: "Lin" }} />,
  ],
  ["confirm", <ValueDecision key="h" target={score} confirmable read />],
  ["approve", <DecisionForm key="a" {...sheet} value="integrity" valueName="Integrity" />],
] as const;

const reason: Collected = {
  value: "integrity",
  rung: null,
  caseId: null,
  caseReason: null,
  reason: "Which day was it?",
};
const sentence = "1 reason to return is set aside";
const blocked = (html: string) => /<button[^>]*type="submit"[^>]*aria-disabled="true"/.test(html);

describe("while reasons for a return are set aside", () => {
  beforeEach(() => {
    tab.items = [];
  });

  it.each(rooms)("one cannot %s, and the page says why", (_room, page) => {
    tab.items = [reason];
    expect(blocked(shown(page))).toBe(true);
    expect(shown(page)).toContain(sentence);
  });

  it.each(rooms)("none set aside: one can %s", (_room, page) => {
    expect(blocked(shown(page))).toBe(false);
    expect(shown(page)).not.toContain(sentence);
  });
});
