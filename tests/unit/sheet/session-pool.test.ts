import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionOptions as Options } from "@/components/autosave/session";
import { sheetValues } from "@/components/sheet/state/kind";
import { emptyValue } from "@/lib/sheet/rules";
import type { SheetValue } from "@/lib/sheet/types";

type SessionOptions = Options<SheetValue>;

const a = emptyValue("a");
const write = (justification: string) => (value: SheetValue) => ({ ...value, justification });

function optionsOf(appraisalId: string, version = 1, values = [a]): SessionOptions {
  const send = () => Promise.resolve({ ok: false, code: "offline" } as const);
  return { kind: sheetValues, appraisalId, version, state: "self_review", values, send };
}

async function opened() {
  const { sessionFor } = await import("@/components/sheet/state/kind");
  return (options: SessionOptions, side = "self") =>
    sessionFor(`${side}:${options.appraisalId}`, options, options);
}

const listen = vi.fn<(name: string, listener: (event: Event) => void) => void>();

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  listen.mockClear();
  vi.stubGlobal("window", { addEventListener: listen });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a page opened again in the same tab", () => {
  it("finds what was typed, though the router shows an older answer of the server", async () => {
    const open = await opened();
    const session = open(optionsOf("x"));
    session.edit("a", write("typed"));
    expect(open(optionsOf("x"))).toBe(session);
  });

  it("takes in what the server has learnt meanwhile", async () => {
    const open = await opened();
    const session = open(optionsOf("x"));
    const newer = { ...a, justification: "elsewhere" };
    expect(open(optionsOf("x", 4, [newer]))).toBe(session);
    expect(session.read()).toMatchObject({ version: 4, slots: { a: { ours: newer } } });
  });

  it("starts afresh after the sheet was handed in", async () => {
    const open = await opened();
    const session = open(optionsOf("x"));
    session.finish(2);
    expect(open(optionsOf("x", 3)).read()).toMatchObject({ version: 3, closed: null });
  });

  it("keeps appraisals and sides apart", async () => {
    const open = await opened();
    const sessions = [open(optionsOf("x")), open(optionsOf("y")), open(optionsOf("x"), "manager")];
    expect(new Set(sessions).size).toBe(3);
  });

  it("on the server nobody meets anybody else's", async () => {
    vi.stubGlobal("window", undefined);
    const open = await opened();
    expect(open(optionsOf("x"))).not.toBe(open(optionsOf("x")));
  });
});

describe("closing the tab", () => {
  async function leave() {
    const event = new Event("beforeunload", { cancelable: true });
    for (const [name, listener] of listen.mock.calls) if (name === "beforeunload") listener(event);
    await Promise.resolve();
    return event.defaultPrevented;
  }

  it("is asked about while something is unsaved, on whatever page it was typed", async () => {
    const open = await opened();
    const session = open(optionsOf("x"));
    open(optionsOf("y"));
    expect(await leave()).toBe(false);
    session.edit("a", write("typed"));
    expect(await leave()).toBe(true);
    session.edit("a", write(""));
    expect(await leave()).toBe(false);
  });

  it("is not asked about when nothing could be saved any more anyway", async () => {
    const open = await opened();
    const session = open(optionsOf("x"));
    session.edit("a", write("typed"));
    session.close("window_closed");
    expect(await leave()).toBe(false);
  });
});
