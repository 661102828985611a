import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { PolicyRules } from "@/components/ruleset/policy/policy-view";
import { AbsentCard } from "@/components/ruleset/policy/talk-card";
import { halfPointFields } from "@/components/ruleset/version/half-points";
import { policyPresets } from "@/lib/presets";
import type { PolicyDocument } from "@/lib/scoring";
import { documentSchemas } from "@/lib/scoring/documents/json-schema";
import common from "@/messages/en/common.json";
import ruleset from "@/messages/en/ruleset.json";
import { everySource } from "../../architecture/law/source";

// What a new row of a policy needs beyond its schema: a row nobody shows or applies would be there in silence.

function policyOf(key: string): PolicyDocument {
  const found = policyPresets.find((preset) => preset.key === key);
  if (found === undefined) throw new Error(`no preset ${key}`);
  return found;
}

const manual = policyOf("manual-2006");
/** Every row a policy can have. A new optional row has to be given a value here. */
const full: Required<PolicyDocument> = {
  ...manual,
  assumed: [],
  edition: "e",
  passLine: 6,
  libraryFrom: 8,
  returnReasons: ["unsupported"],
  referWhenInDoubt: true,
  sanctionNeedsFacts: true,
  approverNotSecondLevel: true,
  managerFirst: true,
  earlierToNewManager: true,
  markManagers: true,
  directionsFromBand: manual.bands[0]?.key ?? "",
  composite: { valuesPercent: 50, basis: "total" },
  promotion: { valuesPercent: 50, basis: "total" },
  quadrants: { valuesFrom: 60, performanceFrom: 75 },
  distribution: {
    shares: [
      { key: "a", name: { zh: "一", en: "a" }, percent: 30 },
      { key: "b", name: { zh: "二", en: "b" }, percent: 70 },
    ],
    minGroup: 10,
    enforce: "warn",
  },
  year: { proposal: "exact", trend: true, settledBySecondLevelAndHr: true },
};

const rows = Object.keys(full);
const nameOnly = ["key", "edition", "name", "description", "assumed"];
const rules = rows.filter((row) => !nameOnly.includes(row));
const without = (row: string): PolicyDocument => ({ ...full, [row]: undefined });

function page(content: ReactNode): string {
  const messages = { ruleset, common };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="Asia/Shanghai" messages={messages}>
      {content}
    </NextIntlClientProvider>,
  );
}

const { properties, required } = z
  .object({ properties: z.looseObject({}), required: z.array(z.string()) })
  .parse(documentSchemas.policy);

test("the policy that has everything has every row of the schema", () => {
  expect(rows.toSorted()).toEqual(Object.keys(properties).toSorted());
});

describe("a row that is there is shown", () => {
  const optional = rules.filter((row) => !required.includes(row));

  test.each(optional)("%s changes the page of the policy", (row) => {
    expect(page(<PolicyRules policy={full} />)).not.toBe(
      page(<PolicyRules policy={without(row)} />),
    );
  });

  test("a policy without it says so, unless a sentence does", () => {
    expect(page(<AbsentCard policy={full} />)).toBe("");
    const bare = optional.reduce<PolicyDocument>(
      (policy, row) => ({ ...policy, [row]: undefined }),
      full,
    );
    const text = page(<AbsentCard policy={bare} />);
    expect(text).toContain(ruleset.fields.passLine);
    expect(text).not.toContain(ruleset.fields.referWhenInDoubt);
  });
});

describe("a row does something", () => {
  const inLib = everySource.filter(
    ({ path }) => path.startsWith("lib/") && !/^lib\/(scoring\/documents|presets)\//.test(path),
  );

  /** Only shown so far: nothing asks them. A row leaves this list when it is applied; none may join it. */
  const idle = ["markManagers"];

  test.each(rules)("%s is asked by a rule", (row) => {
    const asked = inLib.some(({ text }) => new RegExp(`\\b${row}\\b`).test(text));
    expect(asked).toBe(!idle.includes(row));
  });
});

describe("a difference between two versions speaks the reader's language", () => {
  type Field = readonly [name: string, schema: unknown];

  function fieldsOf(schema: unknown): Field[] {
    if (Array.isArray(schema)) return schema.flatMap(fieldsOf);
    const part = z.record(z.string(), z.unknown()).safeParse(schema);
    if (!part.success) return [];
    const { properties, ...rest } = part.data;
    const own = z.record(z.string(), z.unknown()).safeParse(properties);
    const entries = own.success ? Object.entries(own.data) : [];
    return [
      ...entries,
      ...entries.flatMap(([, inner]) => fieldsOf(inner)),
      ...fieldsOf(Object.values(rest)),
    ];
  }

  const fields = [...fieldsOf(documentSchemas.policy), ...fieldsOf(documentSchemas.framework)];

  test("every field has a word", () => {
    const missing = fields.map(([name]) => name).filter((name) => !(name in ruleset.fields));
    expect([...new Set(missing)]).toEqual([]);
  });

  test("every field of half-points is read as points", () => {
    const halves = fields.flatMap(([name, schema]) => {
      const text = JSON.stringify(schema);
      return text.includes('"maximum":800') && !text.includes("properties") ? [name] : [];
    });
    expect(halves.length).toBeGreaterThan(10);
    expect(halves.filter((name) => !halfPointFields.has(name))).toEqual([]);
  });
});
