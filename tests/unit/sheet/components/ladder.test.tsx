import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Ladder } from "@/components/sheet/ladder/ladder";
import { ladderView } from "@/components/sheet/state/ladder-view";
import type { ValueEditor } from "@/components/sheet/state/use-value-editor";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { draftResultOf, emptyValue } from "@/lib/sheet/rules";
import type { Sheet, SheetValue } from "@/lib/sheet/types";
import common from "@/messages/zh/common.json";
import scoring from "@/messages/zh/scoring.json";
import sheet from "@/messages/zh/sheet.json";
import { caseFor } from "../../../support/sheets";

const nothing = () => undefined;
const editor: ValueEditor = {
  judge: nothing,
  confirm: nothing,
  withdraw: nothing,
  addCase: nothing,
  changeCase: nothing,
  removeCase: () => nothing,
  placesFor: () => [],
  moveCase: () => nothing,
  setJustification: nothing,
  setInDoubt: nothing,
  faults: {},
};

/** The ladder of a framework's first value as its judge sees it, as text with the pressed buttons marked. */
function drawn(frameworkKey: string, policyKey: string, over: Partial<SheetValue> = {}) {
  const framework = frameworkPresets.find(({ key }) => key === frameworkKey);
  const policy = policyPresets.find(({ key }) => key === policyKey);
  const key = framework?.values[0]?.key;
  if (!framework || !policy || key === undefined) throw new Error("no presets");
  const self: Sheet = { side: "self", values: [{ ...emptyValue(key), ...over }] };
  const sheets = { self, manager: { side: "manager" as const, values: [] } };
  const result = draftResultOf(framework, policy, sheets, "self");
  const view = ladderView({ framework, policy }, result, sheets, "self", key);
  if (view === null) throw new Error("no view");
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="zh" messages={{ common, scoring, sheet }} timeZone="UTC">
      <Ladder view={view} editor={editor} />
    </NextIntlClientProvider>,
  );
  return { html, pressed: html.split('aria-pressed="true"').length - 1 };
}

describe("a checklist", () => {
  it("shows no verdict before there is one, and asks for the one act", () => {
    const { html, pressed } = drawn("customer-checklist", "checklist");
    expect(pressed).toBe(0);
    expect(html).toContain(sheet.silence.confirm);
    expect(html).toContain(scoring.verdictFull.open);
    expect(html).not.toContain(scoring.reach.passed);
  });

  it("shows what stands once one rule is judged, in words of a checklist", () => {
    const { html, pressed } = drawn("customer-checklist", "checklist", {
      judgements: { 2: "unmet" },
      cases: [caseFor(2, "contradicts")],
    });
    expect(pressed).toBe(7);
    expect(html).toContain("没有得分");
    expect(html).not.toContain("停在这里");
    expect(html).not.toContain(sheet.silence.confirm);
  });
});

describe("a checklist that was confirmed", () => {
  const met = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((point) => [point, "met" as const]));

  it("is taken back at one go, not rule by rule", () => {
    const { html, pressed } = drawn("customer-checklist", "checklist", { judgements: met });
    expect(pressed).toBe(7);
    expect(html).toContain(sheet.silence.withdraw);
    expect(html).not.toContain(sheet.ladder.unjudge);
  });

  it("is no longer confirmed once a rule is broken; that verdict is taken back by itself", () => {
    const judgements = { ...met, 2: "unmet" as const };
    const { html } = drawn("customer-checklist", "checklist", { judgements });
    expect(html).not.toContain(sheet.silence.withdraw);
    expect(html.split(`· ${sheet.ladder.unjudge}`)).toHaveLength(2);
  });
});

describe("a ladder", () => {
  it("offers a case at the rung that waits for a judgement, as at those above", () => {
    const { html, pressed } = drawn("six-veins", "classic");
    expect(pressed).toBe(0);
    expect(html).toContain(`第 3 级 · ${sheet.ladder.addFirst}`);
    expect(html).toContain(`第 5 级 · ${sheet.ladder.fileAnyway}`);
    expect(html).not.toContain(`第 1 级 · ${sheet.ladder.addFirst}`);
  });

  it("offers to take back a verdict that was given, and only that", () => {
    const { html } = drawn("six-veins", "classic", { judgements: { 3: "unmet" } });
    expect(html).toContain(`第 3 级 · ${sheet.ladder.unjudge}`);
    expect(html).not.toContain(`第 2 级 · ${sheet.ladder.unjudge}`);
  });

  it("offers to take back what silence would grant only while it is the one verdict", () => {
    const unjudge = `第 1 级 · ${sheet.ladder.unjudge}`;
    const alone = drawn("six-veins", "classic", { judgements: { 1: "met" } });
    expect(alone.html).toContain(unjudge);
    const beside = drawn("six-veins", "classic", { judgements: { 1: "met", 3: "unmet" } });
    expect(beside.html).not.toContain(unjudge);
    expect(beside.html).toContain(`第 3 级 · ${sheet.ladder.unjudge}`);
  });

  it("leaves what the system completed to the framework's page", () => {
    const { html } = drawn("go-getter", "51cto");
    expect(html).not.toContain("系统补充");
  });
});
