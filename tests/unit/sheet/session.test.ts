import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SaveSession, type Saving as SavingOf } from "@/components/autosave/session";
import { sheetValues } from "@/components/sheet/state/kind";
import { emptyValue } from "@/lib/sheet/rules";
import type { SheetValue, StaleSheet } from "@/lib/sheet/types";
import { caseFor } from "../../support/sheets";

type Saving = SavingOf<SheetValue>;

interface Sent {
  version: number;
  value: SheetValue;
}

type Reply = Saving | ((sent: Sent) => Saving);

const a = emptyValue("a");
const b = emptyValue("b");
const at = "2026-11-21T02:42:00.000Z";
const saved = ({ version }: Sent): Saving => ({
  ok: true,
  value: { version: version + 1, value: { savedAt: at } },
});
const offline: Saving = { ok: false, code: "offline" };
const write = (justification: string) => (value: SheetValue) => ({ ...value, justification });
const stale = (version: number, values: SheetValue[], state = "self_review"): Saving => ({
  ok: false,
  code: "stale",
  data: { version, state, values } satisfies StaleSheet,
});

function open(replies: Reply[] = []) {
  const sent: Sent[] = [];
  const session = new SaveSession({
    kind: sheetValues,
    appraisalId: "x",
    version: 1,
    state: "self_review",
    values: [a, b],
    send: (input) => {
      sent.push(input);
      const reply = replies.shift() ?? saved;
      return Promise.resolve(typeof reply === "function" ? reply(input) : reply);
    },
  });
  return { session, sent };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("autosave", () => {
  it("waits for a pause, then sends each changed value once with the version before it", async () => {
    const { session, sent } = open();
    session.edit("a", write("1"));
    await vi.advanceTimersByTimeAsync(700);
    session.edit("a", write("12"));
    session.edit("b", write("x"));
    await vi.advanceTimersByTimeAsync(700);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent.map(({ version, value }) => [version, value.key, value.justification])).toEqual([
      [1, "a", "12"],
      [2, "b", "x"],
    ]);
    expect(session.read()).toMatchObject({ version: 3, progress: { kind: "saved", at } });
    expect(session.unsaved).toBe(false);
  });

  it("has one request under way; what is typed meanwhile follows", async () => {
    let answer: (value: Saving) => void = () => undefined;
    const sent: Sent[] = [];
    const session = new SaveSession({
      kind: sheetValues,
      appraisalId: "x",
      version: 1,
      state: "self_review",
      values: [a],
      send: (input) => {
        sent.push(input);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    });
    session.edit("a", write("1"));
    await vi.advanceTimersByTimeAsync(800);
    session.edit("a", write("12"));
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
    expect(session.read().progress.kind).toBe("saving");
    answer({ ok: true, value: { version: 2, value: { savedAt: at } } });
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ version: 2, value: { justification: "12" } });
  });

  it("undoing everything before the pause sends nothing", async () => {
    const { session, sent } = open();
    session.edit("a", write("1"));
    session.edit("a", write(""));
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([]);
  });
});

describe("a lost connection", () => {
  it("keeps the text, tries again by itself, ever more slowly", async () => {
    const { session, sent } = open([offline, offline, offline]);
    session.edit("a", write("kept"));
    await vi.advanceTimersByTimeAsync(800);
    expect(session.read().progress.kind).toBe("offline");
    expect(session.read().slots["a"]?.ours.justification).toBe("kept");
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1900);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(4000);
    expect(session.read().progress.kind).toBe("saved");
  });

  it("flush says whether all went out", async () => {
    const { session } = open([offline]);
    session.edit("a", write("kept"));
    expect(await session.flush()).toBe(false);
    expect(await session.flush()).toBe(true);
  });

  it("a save that arrived without its answer is recognised as one's own", async () => {
    const { session, sent } = open([offline, stale(2, [{ ...a, justification: "half" }, b])]);
    session.edit("a", write("half"));
    await vi.advanceTimersByTimeAsync(800);
    session.edit("a", write("half a sentence"));
    expect(await session.flush()).toBe(true);
    expect(sent.at(-1)).toMatchObject({ version: 2, value: { justification: "half a sentence" } });
    expect(session.read().slots["a"]?.theirs).toBeNull();
  });
});

describe("another device", () => {
  it("changed another value: ours goes out on the new version, theirs is shown", async () => {
    const theirs = { ...b, justification: "theirs" };
    const { session, sent } = open([stale(5, [a, theirs])]);
    session.edit("a", write("ours"));
    expect(await session.flush()).toBe(true);
    expect(sent.map(({ version }) => version)).toEqual([1, 5]);
    expect(session.read().slots["b"]?.ours).toEqual(theirs);
  });

  it("changed the same value: nothing more is sent until the person has chosen", async () => {
    const theirs = { ...a, justification: "theirs" };
    const { session, sent } = open([stale(5, [theirs, b])]);
    session.edit("a", write("ours"));
    expect(await session.flush()).toBe(false);
    expect(session.read().slots["a"]).toMatchObject({
      theirs,
      ours: { justification: "ours" },
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    session.keepOurs("a");
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ version: 5, value: { justification: "ours" } });
    expect(session.unsaved).toBe(false);
  });

  it("theirs can be taken instead", async () => {
    const theirs = { ...a, justification: "theirs" };
    const { session, sent } = open([stale(5, [theirs, b])]);
    session.edit("a", write("ours"));
    await session.flush();
    session.takeTheirs("a");
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
    expect(session.read().slots["a"]?.ours).toEqual(theirs);
  });

  it("submitted it: nothing is sent any more and the text stays", async () => {
    const { session, sent } = open([stale(9, [a, b], "submitted")]);
    session.edit("a", write("ours"));
    expect(await session.flush()).toBe(false);
    expect(session.read().closed).toBe("wrong_state");
    expect(session.read().slots["a"]?.ours.justification).toBe("ours");
    session.edit("a", write("more"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(session.read().slots["a"]?.ours.justification).toBe("ours");
  });

  it("stale without end is a failure, not a loop", async () => {
    const { session, sent } = open(Array.from({ length: 20 }, (_, n) => stale(n + 2, [a, b])));
    session.edit("a", write("ours"));
    expect(await session.flush()).toBe(false);
    expect(sent).toHaveLength(5);
    expect(session.read().progress).toEqual({ kind: "failed", code: "stale" });
  });
});

describe("refusals", () => {
  it.each(["window_closed", "cycle_closed", "wrong_state", "not_found"] as const)(
    "%s closes the sheet and keeps the text",
    async (code) => {
      const { session, sent } = open([{ ok: false, code }]);
      session.edit("a", write("ours"));
      await session.flush();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(sent).toHaveLength(1);
      expect(session.read()).toMatchObject({ closed: code });
      expect(session.read().slots["a"]?.ours.justification).toBe("ours");
    },
  );

  it("what is refused for its content waits for a change and holds nothing else up", async () => {
    const story = caseFor(3, "supports");
    const { session, sent } = open([
      {
        ok: false,
        code: "invalid_input",
        fields: { "value.cases.0.title": { code: "too_long", data: { max: 120 } } },
      },
    ]);
    session.edit("a", (value) => ({ ...value, cases: [story] }));
    session.edit("b", write("fine"));
    expect(await session.flush()).toBe(false);
    expect(sent.map(({ value }) => value.key)).toEqual(["a", "b"]);
    expect(session.read().slots["a"]?.faults).toEqual({
      [`cases.${story.id}.title`]: { code: "too_long", data: { max: 120 } },
    });
    session.edit("a", (value) => ({ ...value, cases: [{ ...story, title: "短" }] }));
    await vi.advanceTimersByTimeAsync(800);
    expect(sent).toHaveLength(3);
    expect(session.unsaved).toBe(false);
  });

  it("a lost session is tried again and keeps the text", async () => {
    const { session, sent } = open([{ ok: false, code: "not_signed_in" }]);
    session.edit("a", write("ours"));
    await session.flush();
    expect(session.read().progress).toEqual({ kind: "failed", code: "not_signed_in" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(2);
    expect(session.unsaved).toBe(false);
  });
});
