import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Dispute } from "@/components/sheet/conflict/dispute";
import { progressOf } from "@/components/autosave/progress";
import { freshSlot } from "@/components/autosave/reconcile";
import { SaveSession } from "@/components/autosave/session";
import type { Slot } from "@/components/autosave/types";
import { sheetValues } from "@/components/sheet/state/kind";
import type { SheetValue } from "@/lib/sheet/types";
import { frameworkPresets } from "@/lib/presets";
import { emptyValue, writtenIn } from "@/lib/sheet/rules";
import common from "@/messages/zh/common.json";
import scoring from "@/messages/zh/scoring.json";
import sheet from "@/messages/zh/sheet.json";

function firstValue() {
  const definition = frameworkPresets.find(({ key }) => key === "six-veins")?.values[0];
  if (definition === undefined) throw new Error("no presets");
  return definition;
}

const definition = firstValue();
const { key } = definition;
const empty = emptyValue(key);
const theirs = { ...empty, justification: "服务器上的事由" };
const ours = { ...empty, justification: "本页的事由" };

function drawn(slot: Slot<SheetValue>): string {
  const session = new SaveSession({
    kind: sheetValues,
    appraisalId: "1",
    version: 1,
    state: writtenIn.self,
    values: [empty],
    send: () => Promise.reject(new Error("nothing is sent")),
  });
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="zh" messages={{ common, scoring, sheet }} timeZone="UTC">
      <Dispute editor={{ slots: { [key]: slot }, session }} definition={definition} />
    </NextIntlClientProvider>,
  );
}

describe("two versions of a value", () => {
  it("are announced and can be reached, and the choice has no focus of its own", () => {
    const html = drawn({ ...freshSlot(empty), ours, theirs });
    expect(html).toContain('role="alert"');
    expect(html).toContain(`id="dispute-${key}" tabindex="-1"`);
    expect(html).toContain("服务器上的事由");
    expect(html.toLowerCase()).not.toContain("autofocus");
  });

  it("are nothing where there is one", () => {
    expect(drawn(freshSlot(empty))).toBe("");
  });
});

describe("how saving stands for the sheet as a whole", () => {
  const saved = { kind: "saved", at: "2026-11-30T00:00:00Z" } as const;

  it("is not saved while one value waits for a choice or was refused, though another went through", () => {
    const waiting = { ...freshSlot(empty), ours, theirs };
    const refused = {
      ...freshSlot(empty),
      ours,
      faults: { justification: { code: "too_long" as const } },
    };
    const of = (slot: Slot<SheetValue>) => progressOf({ progress: saved, slots: { [key]: slot } });
    expect(of(waiting).kind).toBe("unsaved");
    expect(of(refused)).toEqual({ kind: "failed", code: "invalid_input" });
    expect(of(freshSlot(ours))).toBe(saved);
  });
});
