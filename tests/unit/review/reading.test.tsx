import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Queue } from "@/components/dossier/reading/queue";
import { ValueBody } from "@/components/dossier/value-body";
import { readingQueue, valueInFocus, valueView } from "@/lib/dossier/rules";
import type { DossierValue, ReadingRow } from "@/lib/dossier/types";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { resultOf } from "@/lib/sheet/rules";
import common from "@/messages/en/common.json";
import dossier from "@/messages/en/dossier.json";
import { sheetWith } from "../../support/sheets";

function first<T>(among: readonly T[]): T {
  const [found] = among;
  if (found === undefined) throw new Error("no presets");
  return found;
}

const framework = first(frameworkPresets);
const policy = first(policyPresets);
const value = first(framework.values);

const none = { verification: null, approval: null, doubt: null, changes: [], marks: {} };

/** The first value with this score of the manager's. */
function scored(halfPoints: number): DossierValue {
  const sheets = {
    self: sheetWith(framework, "self", {}),
    manager: sheetWith(framework, "manager", { [value.key]: halfPoints }),
  };
  const results = {
    self: resultOf(framework, policy, sheets, "self"),
    manager: resultOf(framework, policy, sheets, "manager"),
  };
  const view = valueView(sheets, results, value, { framework, policy });
  return {
    ...view,
    ...none,
    views: [],
    links: [],
    questions: [],
    mayAsk: false,
    toVerify: true,
    toApprove: false,
    drawn: null,
  };
}

describe("the rung a score hangs on", () => {
  it.each([
    [10, 5],
    [9, 5],
    [8, 4],
    [6, 3],
    [4, 3],
    [2, 2],
    [1, 1],
    [0, 1],
  ])("of %i half-points is %i", (halfPoints, point) => {
    expect(scored(halfPoints).deciding).toBe(point);
  });

  it("stands open with its cases, the others are a press away", () => {
    const html = shown(<ValueBody value={scored(10)} />);
    expect(html).toContain("Whether this 5 holds depends on level 5 alone.");
    const rungs = [...html.matchAll(/<details ([^>]*)data-rung="(\w+)"/g)];
    expect(rungs.map(([, open = "", kind]) => [open.includes("open"), kind])).toEqual([
      ...Array.from({ length: 4 }, () => [false, "other"]),
      [true, "deciding"],
    ]);
    expect(html).toContain("What the self-review says");
  });
});

function shown(view: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, dossier }}>
      {view}
    </NextIntlClientProvider>,
  );
}

const row = (place: number, over: Partial<ReadingRow> = {}): ReadingRow => ({
  appraisalId: `a${place}`,
  value: "passion",
  name: `Person ${place}`,
  valueName: { zh: "激情", en: "Passion" },
  halfPoints: 9,
  maxHalfPoints: 10,
  mark: "high",
  outcome: null,
  opens: true,
  place,
  total: 4,
  waiting: 2,
  ...over,
});
const done = { outcome: "confirmed", mark: null } as const;
const rows = [row(1, { ...done, opens: false }), row(2, done), row(3), row(4)];
const at = (place: number) => ({ appraisalId: `a${place}`, value: "passion" });

describe("the queue around what is read", () => {
  it("steps over what can no longer be opened, and goes on to what waits", () => {
    expect(readingQueue(rows, at(3))).toMatchObject({
      ...{ total: 4, waiting: 2, here: { place: 3 } },
      ...{ previous: { place: 2 }, next: { place: 4 }, onward: { place: 4 } },
    });
    expect(readingQueue(rows, at(4))).toMatchObject({ next: null, onward: { place: 3 } });
    expect(readingQueue(rows, at(2))).toMatchObject({ previous: null, onward: { place: 3 } });
    expect(readingQueue(rows, at(9))).toMatchObject({ here: null, onward: { place: 3 } });
    expect(readingQueue([], at(1))).toMatchObject({ total: 0, here: null, onward: null });
  });

  it("marks what was decided and what is open", () => {
    const html = shown(<Queue queue={readingQueue(rows, at(3))} room="/hr-audit" />);
    expect(html.match(/Confirmed/g)).toHaveLength(2);
    expect(html.match(/Verify · high/g)).toHaveLength(2);
    expect(html.match(/aria-current="page"/g)).toHaveLength(1);
    expect(html).not.toContain("/hr-audit/a1");
    expect(html).toContain("/hr-audit/a4?value=passion");
  });
});

describe("the value that is read", () => {
  const values = [{ key: "a" }, { key: "b" }, { key: "c" }];
  const waits = ({ key }: { key: string }) => key !== "a";
  it("is the one asked for, otherwise the first that waits", () => {
    expect(valueInFocus(values, "c", waits)).toBe("c");
    expect(valueInFocus(values, "x", waits)).toBe("b");
    expect(valueInFocus(values, undefined, () => false)).toBeNull();
  });
});
