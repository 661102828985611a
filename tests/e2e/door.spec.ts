import { randomUUID } from "node:crypto";
import { answerOf, send } from "../support/e2e/requests/commands";
import { appraisalOf, footprintOf } from "../support/e2e/database";
import { expect, test } from "../support/e2e/fixtures";
import { judgedValue } from "../support/e2e/requests/sheets";

// The only door for writes, knocked on with what no page of ours would send. The appraisal is the sender's own and open,
// so that each refusal has the one cause the test names.

const owner = "lei.yu";
const value = "teamwork";

async function goodSave() {
  const { id, version } = await appraisalOf(owner);
  return { appraisalId: id, version, value: judgedValue(value) };
}

let before: unknown;

test.describe.configure({ mode: "default" });

test.beforeEach(async () => {
  before = await footprintOf((await appraisalOf(owner)).id);
});

const unchanged = async () => {
  expect(await footprintOf((await appraisalOf(owner)).id)).toEqual(before);
};

test.describe("who sends it, and from where", () => {
  test("without a session", async ({ requestsOf }) => {
    const answer = await send(await requestsOf(null), "self-review.save", await goodSave());
    expect(await answerOf(answer)).toEqual({ status: 401, ok: false, code: "not_signed_in" });
    await unchanged();
  });

  for (const [from, origin, headers] of [
    ["without an origin", null, {}],
    ["from another site", "https://evil.example", {}],
    ["from a site that begins like ours", undefined, { Origin: "http://localhost:1" }],
    [
      "from another site that forges the host",
      "https://evil.example",
      { "X-Forwarded-Host": "evil.example" },
    ],
    ["from a page the browser calls cross-site", undefined, { "Sec-Fetch-Site": "cross-site" }],
    ["from an opaque origin", "null", {}],
  ] as const) {
    test(from, async ({ requestsOf }) => {
      const request = await requestsOf(owner, origin);
      const answer = await send(request, "self-review.save", await goodSave(), { ...headers });
      expect(await answerOf(answer)).toEqual({ status: 403, ok: false, code: "foreign_origin" });
      await unchanged();
    });
  }

  test("a look with GET changes nothing and finds nothing", async ({ requestsOf }) => {
    const request = await requestsOf(owner);
    expect((await request.get("/api/commands/self-review.submit")).status()).toBe(405);
    await unchanged();
  });
});

test.describe("what is sent", () => {
  const json = "application/json";
  for (const [what, type, body, status, code] of [
    ["a broken body", json, '{"appraisalId":', 400, "broken_body"],
    ["no body", json, "", 400, "broken_body"],
    ["bytes that are no text", json, Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, "broken_body"],
    ["a form instead of JSON", "application/x-www-form-urlencoded", "a=1", 400, "broken_body"],
    [
      "a body that is too large",
      json,
      JSON.stringify("x".repeat(4_000_000)),
      413,
      "body_too_large",
    ],
    ["nothing of what is asked", json, "[]", 422, "invalid_input"],
  ] as const) {
    test(what, async ({ requestsOf }) => {
      const answer = await (
        await requestsOf(owner)
      ).post("/api/commands/self-review.save", {
        headers: { "Content-Type": type },
        data: typeof body === "string" ? Buffer.from(body) : body,
      });
      expect(await answerOf(answer)).toEqual({ status, ok: false, code });
      await unchanged();
    });
  }

  for (const name of ["self-review.saves", "constructor", "__proto__", "..%2Fauth%2Fcsrf"]) {
    test(`the unknown command ${name}`, async ({ requestsOf }) => {
      const answer = await send(await requestsOf(owner), name, await goodSave());
      expect(await answerOf(answer)).toEqual({ status: 404, ok: false, code: "unknown_command" });
    });
  }

  const whole = judgedValue(value);
  const [item] = whole.cases;
  const wrong: readonly [string, object][] = [
    ["a judgement that does not exist", { ...whole, judgements: { 3: "brilliant" } }],
    ["a rung that does not exist", { ...whole, judgements: { 9: "met" } }],
    ["a value that does not exist", { ...whole, key: "loyalty" }],
    ["a score of one's own", { ...whole, score: 10 }],
    ["a title that is too long", { ...whole, cases: [{ ...item, title: "长".repeat(121) }] }],
    ["an action that is too long", { ...whole, cases: [{ ...item, action: "长".repeat(2001) }] }],
    ["a character no database holds", { ...whole, cases: [{ ...item, title: "a\u0000b" }] }],
    ["a day that does not exist", { ...whole, cases: [{ ...item, happenedOn: "2026-02-30" }] }],
    ["the same case twice", { ...whole, cases: [item, item] }],
    [
      "more cases than a value can hold",
      { ...whole, cases: Array.from({ length: 41 }, () => ({ ...item, id: randomUUID() })) },
    ],
  ];
  for (const [what, bad] of wrong) {
    test(what, async ({ requestsOf }) => {
      const body = { ...(await goodSave()), value: bad };
      const answer = await send(await requestsOf(owner), "self-review.save", body);
      expect(await answerOf(answer)).toEqual({ status: 422, ok: false, code: "invalid_input" });
      await unchanged();
    });
  }
});

test.describe("when it is sent", () => {
  test("a form sent twice counts once", async ({ requestsOf }) => {
    const request = await requestsOf(owner);
    const body = await goodSave();
    expect(await answerOf(await send(request, "self-review.save", body))).toEqual({
      status: 200,
      ok: true,
    });
    const after = await footprintOf(body.appraisalId);
    expect(after).not.toEqual(before);
    const again = await answerOf(await send(request, "self-review.save", body));
    expect(again).toEqual({ status: 409, ok: false, code: "stale" });
    expect(await footprintOf(body.appraisalId)).toEqual(after);
  });

  test("a version from yesterday, and one nobody has given out yet", async ({ requestsOf }) => {
    const body = await goodSave();
    for (const version of [body.version - 1, body.version + 1]) {
      const answer = await send(await requestsOf(owner), "self-review.save", { ...body, version });
      expect(await answerOf(answer)).toEqual({ status: 409, ok: false, code: "stale" });
    }
    await unchanged();
  });

  test("sixteen at once: one goes through", async ({ requestsOf }) => {
    const request = await requestsOf(owner);
    const body = await goodSave();
    const answers = await Promise.all(
      Array.from({ length: 16 }, async () =>
        answerOf(await send(request, "self-review.save", body)),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "stale")).toHaveLength(15);
    expect((await appraisalOf(owner)).version).toBe(body.version + 1);
  });

  test("handing in what is not finished", async ({ requestsOf }) => {
    const { id, version } = await appraisalOf(owner);
    const body = { appraisalId: id, version };
    const answer = await send(await requestsOf(owner), "self-review.submit", body);
    expect(await answerOf(answer)).toEqual({ status: 422, ok: false, code: "incomplete" });
    await unchanged();
  });
});
