import { afterEach, expect, test, vi } from "vitest";
import { postCommand, postJson } from "@/lib/commands/client";

afterEach(() => vi.unstubAllGlobals());

const target = { cycleId: "c", version: 3 };

/** What the server's end of the line does with one request. */
function answerWith(answer: () => Promise<Response>) {
  const sent = vi.fn(answer);
  vi.stubGlobal("fetch", sent);
  return sent;
}

test("a command goes out as JSON under its name", async () => {
  const sent = answerWith(() =>
    Promise.resolve(Response.json({ ok: true, value: { version: 4 } })),
  );
  expect(await postCommand("cycle.close", target)).toEqual({ ok: true, value: { version: 4 } });
  expect(sent).toHaveBeenCalledWith("/api/commands/cycle.close", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(target),
    credentials: "same-origin",
    keepalive: false,
  });
});

test("what must outlive the page is sent so, as long as browsers take it", async () => {
  const sent = answerWith(() => Promise.resolve(Response.json({ ok: true, value: {} })));
  await postJson("/api/x", "a", { outlivesPage: true });
  await postJson("/api/x", "a".repeat(30_000), { outlivesPage: true });
  expect(sent.mock.calls).toMatchObject([
    ["/api/x", { keepalive: true }],
    ["/api/x", { keepalive: false }],
  ]);
});

test("a refusal arrives with what it carries", async () => {
  const refusal = { ok: false, code: "stale", data: { version: 9 } };
  answerWith(() => Promise.resolve(Response.json(refusal, { status: 409 })));
  const answer = await postCommand("cycle.close", target);
  expect(answer).toEqual(refusal);
  expect(!answer.ok && answer.code === "stale" ? answer.data?.version : null).toBe(9);
});

test.each([
  ["a page of a proxy", () => new Response("<h1>502</h1>", { status: 502 })],
  ["nothing", () => new Response(null, { status: 204 })],
  ["a list", () => Response.json([])],
  ["a success without a value", () => Response.json({ ok: true })],
  ["a code nobody knows", () => Response.json({ ok: false, code: "teapot" })],
  ["a code that is none", () => Response.json({ ok: false, code: 7 })],
])("%s is no answer", async (_, given) => {
  answerWith(() => Promise.resolve(given()));
  expect(await postCommand("cycle.close", target)).toEqual({ ok: false, code: "unavailable" });
});

test("a line that is down is said to be", async () => {
  answerWith(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(await postCommand("cycle.close", target)).toEqual({ ok: false, code: "offline" });
});
