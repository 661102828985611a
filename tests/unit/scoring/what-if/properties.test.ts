import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  encode,
  renderReplay,
  replay,
  scorerOf,
  scoreSheet,
  type Change,
  type Flow,
  type ReplayRecord,
} from "@/lib/scoring";
import { anyRules, anySheet, anySheets, sixVeins } from "./support";

const keys = sixVeins.values.map(({ key }) => key);

const all = (records: readonly ReplayRecord[]) => records.flatMap(({ changes }) => changes);

const count = (changes: readonly Change[], test: (change: Change) => boolean) =>
  changes.filter(test).length;

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);

const whole = ({ kept, gained, lost, neither }: Flow) => kept + gained + lost + neither;

describe("a replay", () => {
  it("under the same policy changes nothing", () => {
    fc.assert(
      fc.property(anyRules, anySheets, (rules, sheets) => {
        const run = replay(rules, { ...rules, policy: structuredClone(rules.policy) });
        for (const sheet of sheets) expect(run.add(sheet).changes).toEqual([]);
        const { changed, scored, bands, consequences, queues, justifications } = run.counts();
        expect({ changed, scored, banded: bands.changed }).toEqual({
          changed: 0,
          scored: 0,
          banded: 0,
        });
        const flows = [justifications, ...Object.values(queues)].flatMap(({ scores, people }) => [
          scores,
          people,
        ]);
        for (const flow of [...consequences, ...flows])
          expect({ gained: flow.gained, lost: flow.lost }).toEqual({ gained: 0, lost: 0 });
      }),
    );
  });

  it("says what scoring both ways says", () => {
    fc.assert(
      fc.property(anyRules, anyRules, anySheet, (before, after, values) => {
        const record = replay(before, after).add({ id: "E", values });
        const was = scoreSheet(sixVeins, before.policy, values);
        const is = scoreSheet(sixVeins, after.policy, values);
        expect(record.before).toEqual({ total: was.total, band: was.band?.key ?? null });
        expect(record.after).toEqual({ total: is.total, band: is.band?.key ?? null });
        const moved = keys.filter(
          (_, index) => was.values[index]?.score !== is.values[index]?.score,
        );
        expect(record.changes.flatMap((c) => (c.kind === "score" ? [c.value] : []))).toEqual(moved);
        for (const queue of ["verify", "sample", "approve", "refer"] as const) {
          const entered = is.audit[queue].filter((key) => !was.audit[queue].includes(key));
          const found = record.changes.flatMap((c) =>
            c.kind === "queue" && c.queue === queue && c.effect === "gained" ? [c.value] : [],
          );
          expect(found).toEqual(entered);
        }
        const codes = (list: typeof was.consequences) => new Set(list.map(({ code }) => code));
        const [wasCodes, isCodes] = [codes(was.consequences), codes(is.consequences)];
        for (const change of record.changes)
          if (change.kind === "consequence") {
            expect(isCodes.has(change.code)).toBe(change.effect === "gained");
            expect(wasCodes.has(change.code)).toBe(change.effect === "lost");
          }
      }),
    );
  });

  it("counts what its records say, each person once", () => {
    fc.assert(
      fc.property(anyRules, anyRules, anySheets, (before, after, sheets) => {
        const run = replay(before, after);
        const records = sheets.map(run.add);
        const changes = all(records);
        const counts = run.counts();
        expect(counts.people).toBe(sheets.length);
        expect(counts.changed).toBe(records.filter((one) => one.changes.length > 0).length);
        expect(counts.bands.changed).toBe(count(changes, ({ kind }) => kind === "band"));
        expect(sum(counts.bands.matrix.flat())).toBe(sheets.length);
        expect(counts.totals.up + counts.totals.down).toBe(
          count(changes, (c) => c.kind === "total" && c.before !== null && c.after !== null),
        );
        for (const row of counts.scores) {
          expect(row.same + row.up + row.down + row.undecided).toBe(sheets.length);
          const up = (c: Change) =>
            c.kind === "score" && c.value === row.value && (c.after ?? 0) > (c.before ?? 0);
          if (row.undecided === 0) expect(row.up).toBe(count(changes, up));
        }
        for (const flow of counts.consequences) {
          expect(whole(flow)).toBe(sheets.length);
          for (const effect of ["gained", "lost"] as const)
            expect(flow[effect]).toBe(
              count(
                changes,
                (c) => c.kind === "consequence" && c.code === flow.code && c.effect === effect,
              ),
            );
        }
        for (const [queue, { scores: flow, people }] of Object.entries(counts.queues)) {
          const holders = records.filter((one) =>
            one.changes.some(
              (c) => c.kind === "queue" && c.queue === queue && c.effect === "gained",
            ),
          );
          expect(people.gained).toBe(holders.length);
          expect(whole(flow)).toBe(sheets.length * keys.length);
          for (const effect of ["gained", "lost"] as const)
            expect(flow[effect]).toBe(
              count(changes, (c) => c.kind === "queue" && c.queue === queue && c.effect === effect),
            );
        }
        expect(counts.justifications.unwritten).toBe(
          count(changes, (c) => c.kind === "justification" && c.effect === "gained" && c.missing),
        );
      }),
    );
  });

  it("re-adds: the total before and every value's difference make the total after", () => {
    fc.assert(
      fc.property(anyRules, anyRules, anySheet, (before, after, values) => {
        for (const change of replay(before, after).add({ id: "E", values }).changes)
          if (change.kind === "total" && change.before !== null && change.after !== null)
            expect(change.before + sum(change.parts.map(({ delta }) => delta))).toBe(change.after);
      }),
    );
  });

  it("goes back the way it came", () => {
    fc.assert(
      fc.property(anyRules, anyRules, anySheets, (before, after, sheets) => {
        const [there, back] = [replay(before, after), replay(after, before)];
        for (const sheet of sheets) expect(back.add(sheet).before).toEqual(there.add(sheet).after);
        const { bands, queues, changed } = there.counts();
        const other = back.counts();
        expect(other.changed).toBe(changed);
        expect(other.bands.matrix).toEqual(
          bands.to.map((_, column) => bands.matrix.map((row) => row[column])),
        );
        expect(other.queues.verify.scores.gained).toBe(queues.verify.scores.lost);
      }),
    );
  });

  it("reads packed sheets as it reads the others", () => {
    fc.assert(
      fc.property(anyRules, anyRules, anySheets, (before, after, sheets) => {
        const scorer = scorerOf(before.framework, before.policy);
        const [plain, packed] = [replay(before, after), replay(before, after)];
        const signals = new Uint8Array(scorer.width * sheets.length);
        sheets.forEach(({ id, values }, index) => {
          const at = index * scorer.width;
          for (const { definition, offset } of scorer.values) {
            const value = values[definition.key];
            if (value !== undefined) encode(definition, value, signals, at + offset);
          }
          const written = keys.filter((key) => (values[key]?.justification ?? "").trim() !== "");
          const inDoubt = keys.filter((key) => values[key]?.inDoubt === true);
          expect(packed.addPacked({ id, signals, at, written, inDoubt })).toEqual(
            plain.add({ id, values }),
          );
        });
        expect(packed.counts()).toEqual(plain.counts());
      }),
    );
  });

  it("says one sentence a change in either language", () => {
    fc.assert(
      fc.property(anyRules, anyRules, anySheet, (before, after, values) => {
        const { changes } = replay(before, after).add({ id: "E", values });
        for (const locale of ["zh", "en"] as const) {
          const lines = renderReplay({ changes }, { before, after, locale });
          expect(lines).toHaveLength(changes.length);
          for (const line of lines) expect(line).toMatch(locale === "zh" ? /。$/ : /\.$/);
          expect(lines.join(" ")).not.toMatch(/undefined|null|NaN/);
        }
      }),
    );
  });

  it("gives counts that later people do not move", () => {
    const [rules] = fc.sample(anyRules, { numRuns: 1, seed: 7 });
    if (rules === undefined) throw new Error("no rules");
    const run = replay(rules, rules);
    const early = run.counts();
    run.add({ id: "E", values: {} });
    expect(early.people).toBe(0);
    expect(early.bands.matrix.flat().every((cell) => cell === 0)).toBe(true);
    expect(run.counts().people).toBe(1);
  });
});
