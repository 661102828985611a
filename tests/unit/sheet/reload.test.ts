import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SaveSession, type Saving as SavingOf } from "@/components/autosave/session";
import { sheetValues } from "@/components/sheet/state/kind";
import { emptyValue } from "@/lib/sheet/rules";
import type { SheetValue } from "@/lib/sheet/types";

type Saving = SavingOf<SheetValue>;

const a = emptyValue("a");
const b = emptyValue("b");
const wrote = (justification: string, value = a): SheetValue => ({ ...value, justification });
const write = (justification: string) => (value: SheetValue) => ({ ...value, justification });
const pending = () => new Promise<Saving>(() => undefined);

/** The tab's storage and the server; each page is a session of its own on them. */
function tab() {
  let kept: Readonly<Record<string, string>> = {};
  let server = { version: 1, value: a };
  const box = { read: () => kept, write: (texts: typeof kept) => void (kept = texts) };
  const save = ({ version, value }: { version: number; value: SheetValue }): Saving => {
    if (version !== server.version) {
      const data = { version: server.version, state: "self_review", values: [server.value, b] };
      return { ok: false, code: "stale", data };
    }
    server = { version: version + 1, value };
    return { ok: true, value: { version: version + 1, value: { savedAt: "" } } };
  };
  const page = (
    send: (input: { version: number; value: SheetValue }) => Promise<Saving> = (input) =>
      Promise.resolve(save(input)),
    given = server,
  ) => {
    const { version, value } = given;
    const values = [value, b];
    const session = new SaveSession({
      kind: sheetValues,
      appraisalId: "x",
      version,
      state: "self_review",
      values,
      send,
    });
    session.keepIn(box);
    return session;
  };
  return {
    page,
    save,
    kept: () => kept,
    put: (texts: typeof kept) => box.write(texts),
    held: () => server,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a reload while something is typed", () => {
  it("finds the words that were not sent yet, and sends them", async () => {
    const { page, held, kept } = tab();
    page(pending).edit("a", write("typed"));
    const after = page();
    expect(after.read()).toMatchObject({ slots: { a: { ours: wrote("typed"), theirs: null } } });
    expect(after.read().progress).toEqual({ kind: "unsaved" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(held().value).toEqual(wrote("typed"));
    expect(kept()).toEqual({});
  });

  it("is no conflict with its own save, which came in after the page was read", async () => {
    const { page, save, held } = tab();
    const late: { version: number; value: SheetValue }[] = [];
    const before = page((input) => {
      late.push(input);
      return pending();
    });
    const old = held();
    before.edit("a", write("typed"));
    await vi.advanceTimersByTimeAsync(1_000);
    before.edit("a", write("typed on"));
    const after = page(undefined, old);
    late.forEach(save);
    expect(held().value).toEqual(wrote("typed"));
    after.edit("a", write("typed on and on"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(after.read().slots["a"]).toMatchObject({ theirs: null });
    expect(held()).toEqual({ version: 3, value: wrote("typed on and on") });
  });

  it("says nothing where the save had reached the server", () => {
    const { page, save, kept } = tab();
    page((input) => {
      save(input);
      return pending();
    }).edit("a", write("typed"));
    vi.advanceTimersByTime(1_000);
    expect(Object.keys(kept())).toEqual(["a"]);
    const after = page();
    expect(after.unsaved).toBe(false);
    expect(after.read().progress).toEqual({ kind: "idle" });
    expect(kept()).toEqual({});
  });

  it("lays both versions before the person where another device wrote meanwhile", () => {
    const { page, save } = tab();
    page(pending).edit("a", write("typed"));
    save({ version: 1, value: wrote("elsewhere") });
    const slot = page().read().slots["a"];
    expect(slot).toMatchObject({ ours: wrote("typed"), theirs: wrote("elsewhere") });
  });

  it("leaves what is no value, or of no value of this sheet, alone", () => {
    const { page, put } = tab();
    put({ a: '{"ours":1}', b: "[", gone: JSON.stringify({ ours: a, base: a, sent: [] }) });
    expect(page().unsaved).toBe(false);
  });
});
