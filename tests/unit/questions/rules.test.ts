import { describe, expect, it } from "vitest";
import { openQuestions, questionsOf } from "@/lib/questions/rules";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const word = (id: string, verdict = "asked", round = 1, valueKey = "trust") => ({
  ...{ id, verdict, round, valueKey, reason: `why ${id}`, byId: "head", at: at(1) },
});
const answer = (answersId: string | null, valueKey = "trust") => ({
  ...{ valueKey, answersId, comment: `of ${answersId}`, byId: "partner", at: at(2) },
});

describe("a question waits for HR", () => {
  const open = (
    approvals: readonly ReturnType<typeof word>[],
    verifications: readonly ReturnType<typeof answer>[] = [],
    round = 1,
  ) => [...openQuestions(approvals, verifications, round)].map(([key, { id }]) => `${key} ${id}`);

  it("as the approver's last word of this round", () => {
    expect(open([word("a"), word("b")])).toEqual(["trust b"]);
    expect(open([word("a"), word("b", "approved")])).toEqual([]);
    expect(open([word("a", "approved"), word("b")])).toEqual(["trust b"]);
    expect(open([word("a", "asked", 1), word("b", "approved", 2)])).toEqual(["trust a"]);
    expect(open([word("a")], [], 2)).toEqual([]);
  });

  it("until HR's last word on the value answers it", () => {
    expect(open([word("a")], [answer(null)])).toEqual(["trust a"]);
    expect(open([word("a")], [answer("before")])).toEqual(["trust a"]);
    expect(open([word("a")], [answer("a")])).toEqual([]);
    expect(open([word("a")], [answer("a", "change")])).toEqual(["trust a"]);
  });

  it("value by value", () => {
    const two = [word("a"), word("c", "asked", 1, "change")];
    expect(open(two, [answer("a")])).toEqual(["change c"]);
  });
});

describe("what was asked", () => {
  const signed = (byId: string, when: Date) => ({
    by: `${byId} ${when.getUTCDate()}`,
    byFor: null,
  });
  const note = {
    ...{
      valueKey: "trust",
      byId: "head",
      at: at(1),
      point: 4,
      caseTitle: "退费",
      takenBackAt: null,
    },
  };
  const asked = (
    approvals: readonly ReturnType<typeof word>[],
    verifications: readonly ReturnType<typeof answer>[] = [],
    notes: readonly (Omit<typeof note, "takenBackAt"> & { takenBackAt: Date | null })[] = [note],
  ) => questionsOf("trust", { approvals, verifications, notes }, signed);
  const question = {
    ...{ id: "a", words: "why a", at: at(1), point: 4, caseTitle: "退费", answer: null },
    ...{ by: "head 1", byFor: null },
  };

  it("stands with where it was pinned", () => {
    expect(asked([word("a")])).toEqual([question]);
  });

  it("stands with its last answer", () => {
    const later = { ...answer("a"), comment: "later" };
    const given = { words: "later", at: at(2), by: "partner 2", byFor: null };
    expect(asked([word("a")], [answer("a"), later, answer("x")])).toEqual([
      { ...question, answer: given },
    ]);
  });

  it("is not a verdict, nor of another value, nor what has no note or was taken back", () => {
    expect(asked([word("a", "approved")])).toEqual([]);
    expect(asked([word("a", "asked", 1, "change")])).toEqual([]);
    expect(asked([word("a")], [], [{ ...note, takenBackAt: at(2) }])).toEqual([]);
    expect(asked([word("a")], [], [{ ...note, valueKey: "change" }])).toEqual([]);
    expect(asked([word("a")], [], [{ ...note, byId: "other" }])).toEqual([]);
    expect(asked([word("a")], [], [{ ...note, at: at(2) }])).toEqual([]);
  });
});
