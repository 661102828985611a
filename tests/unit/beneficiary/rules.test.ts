import { describe, expect, it } from "vitest";
import {
  asksBeneficiary,
  isHeard,
  linksOf,
  linkState,
  standingViews,
  viewsOf,
  type LinkRow,
  type ViewRow,
} from "@/lib/beneficiary/rules";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const fresh = { expiresAt: at(20), usedAt: null, revokedAt: null };

describe("a link", () => {
  it.each([
    ["before its last instant", fresh, 19, "open"],
    ["at its last instant", fresh, 20, "expired"],
    ["after it", fresh, 21, "expired"],
    ["revoked", { ...fresh, revokedAt: at(1) }, 19, "revoked"],
    [
      "used, whatever became of it later",
      { ...fresh, usedAt: at(1), revokedAt: at(2) },
      21,
      "used",
    ],
  ] as const)("%s", (_when, row, day, state) => {
    expect(linkState(row, at(day))).toBe(state);
  });

  it("is listed with its value alone, and without what only the table knows", () => {
    const row = (id: string, valueKey: string): LinkRow => ({
      id,
      valueKey,
      question: "？",
      ...fresh,
    });
    const rows = [row("b", "trust"), row("x", "change"), row("a", "trust")];
    const shown = { question: "？", expiresAt: at(20), state: "open" };
    expect(linksOf(rows, "trust", at(1))).toEqual([
      { id: "b", ...shown },
      { id: "a", ...shown },
    ]);
  });
});

const view = (id: string, more: Partial<ViewRow> = {}): ViewRow => ({
  ...{ id, valueKey: "trust", asked: `asked ${id}`, askedOn: null, way: null, said: `said ${id}` },
  ...{ correctsId: null, linkId: null, byId: "hr", at: at(1) },
  ...more,
});

describe("views", () => {
  const signed = (byId: string, when: Date) => ({
    by: `${byId} ${when.getUTCDate()}`,
    byFor: null,
  });
  const rows = [
    view("first"),
    view("other", { valueKey: "change" }),
    view("second", { correctsId: "first", at: at(2) }),
    view("link", { linkId: "l", askedOn: at(3), way: "phone" }),
    view("third", { correctsId: "second", byId: "next", at: at(4) }),
  ];

  it("stand while nothing corrects them", () => {
    expect(standingViews(rows).map(({ id }) => id)).toEqual(["other", "link", "third"]);
  });

  it("of one value are shown with what they said before, the oldest first", () => {
    const [link, third, ...rest] = viewsOf(rows, "trust", signed);
    expect(rest).toEqual([]);
    expect(link).toEqual({
      ...{
        id: "link",
        asked: "asked link",
        said: "said link",
        at: at(1),
        by: "hr 1",
        byFor: null,
      },
      ...{ askedOn: "2026-11-03", way: "phone", byLink: true, before: [] },
    });
    const former = { byFor: null };
    expect(third).toEqual({
      ...{ id: "third", asked: "asked third", said: "said third", at: at(4), by: "next 4" },
      ...{ ...former, askedOn: null, way: null, byLink: false },
      before: [
        { id: "first", asked: "asked first", said: "said first", at: at(1), by: "hr 1", ...former },
        {
          id: "second",
          asked: "asked second",
          said: "said second",
          at: at(2),
          by: "hr 2",
          ...former,
        },
      ],
    });
  });

  it("are there for a value or not", () => {
    expect(isHeard(rows, "change")).toBe(true);
    expect(isHeard(rows, "passion")).toBe(false);
    expect(isHeard([], "trust")).toBe(false);
  });
});

describe("HR asks who benefited", () => {
  const routing = {
    ...{ verify: false, sample: false, beneficiaryView: false, approve: false },
    ...{ refer: false, sanction: false },
  };
  const value = (more: Partial<typeof routing>) => ({
    key: "trust",
    routing: { ...routing, ...more },
  });
  const nobody = { hr: new Set<string>(), approver: new Set<string>() };

  it("by the policy, for the approver, and for nothing else", () => {
    expect(asksBeneficiary(value({}), nobody)).toBe(false);
    expect(asksBeneficiary(value({ beneficiaryView: true }), nobody)).toBe(true);
    expect(asksBeneficiary(value({ approve: true }), nobody)).toBe(true);
    expect(asksBeneficiary(value({}), { ...nobody, approver: new Set(["trust"]) })).toBe(true);
  });
});
