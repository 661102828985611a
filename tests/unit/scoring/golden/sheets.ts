import { framework, notationFor } from "../support";

type Said = { rungs: string; justification?: string; inDoubt?: boolean };
type Sheet = Record<string, Said>;

function all(key: string, rungs: string, exceptions: Sheet = {}): Sheet {
  const same = framework(key).values.map((value) => [value.key, { rungs }] as const);
  return { ...Object.fromEntries(same), ...exceptions };
}

function ladders(key: string, low: string, lower: string): Record<string, Sheet> {
  const said = (score: number): Said => ({ rungs: notationFor(score) });
  return {
    "all threes": all(key, notationFor(6)),
    "all fives": all(key, notationFor(10)),
    "one value of 0 on a strong sheet": all(key, notationFor(9), { [low]: said(0) }),
    "one value of 0.5": all(key, notationFor(7), { [lower]: said(1) }),
    "one value of 1": all(key, notationFor(7), { [lower]: said(2) }),
    "half-finished": all(key, notationFor(6), { [lower]: { rungs: "met,met,e" } }),
    "cases behind the gate": all(key, "met,partly!,E,E,P"),
    "lowest band": all(key, notationFor(3)),
    untouched: {},
    "facts written": all(key, notationFor(6), {
      [low]: { rungs: notationFor(8), justification: "带两位新人逐日复盘" },
    }),
    "in doubt": all(key, notationFor(6), { [low]: { ...said(5), inDoubt: true } }),
  };
}

const checklist = (rungs: string, more: Partial<Said> = {}): Sheet => ({
  "customer-first": { rungs, ...more },
});

/** Sheets that between them meet every rule of a policy, by a name a person can discuss. */
export const sheetsFor: Readonly<Record<string, Record<string, Sheet>>> = {
  "six-veins": ladders("six-veins", "integrity", "passion"),
  "go-getter": ladders("go-getter", "better-self", "mutual-success"),
  "customer-checklist": {
    "nothing against": checklist("met,met,met,met,met,met,met"),
    "one rule broken": checklist("met,met,met,unmet!,met,met,met"),
    "one rule broken, facts written": checklist("met,met,met,unmet!,met,met,met", {
      justification: "缺陷报告后三天才修复",
    }),
    "three rules broken": checklist("unmet!,met,unmet!,met,unmet!,met,met"),
    "a half that is not allowed": checklist("met,met,partly!,met,met,met,met"),
    "lowest band": checklist("unmet!,unmet!,unmet!,unmet!,met,met,met"),
    "not judged at all": {},
  },
};
