import { expect, test } from "../../support/e2e/fixtures";

const id = "00000000-0000-4000-8000-000000000000";

/** Addresses of earlier versions, in bookmarks and mails. */
const moved = [
  ["/me", "/mine"],
  ["/me/security", "/security"],
  [`/me/reviews/${id}`, `/self-review/${id}`],
  [`/me/results/${id}`, `/results/${id}`],
  ["/team?state=interview", "/manager-scoring?state=interview"],
  [`/team/${id}`, `/manager-scoring/${id}`],
  [`/team/${id}/interview`, `/interview/${id}`],
  ["/review?after=1", "/second-level?after=1"],
  [`/review/${id}`, `/second-level/${id}`],
  ["/audit?kind=five", "/hr-audit?kind=five"],
  [`/audit/${id}?a=1&b=2`, `/hr-audit/${id}?a=1&b=2`],
] as const;

for (const [old, now] of moved)
  test(`${old} leads to ${now}, for a stranger, too`, async ({ requestsOf }) => {
    for (const person of ["su.nian", null]) {
      const answer = await (await requestsOf(person)).get(old, { maxRedirects: 0 });
      expect(answer.status()).toBe(308);
      expect(answer.headers()).toMatchObject({
        location: now,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
        "content-security-policy": expect.stringContaining("default-src 'self'"),
      });
    }
  });

test("after the sign-in an old address ends at the new one", async ({ requestsOf }) => {
  const answer = await (await requestsOf(null)).get("/team?state=interview");
  const back = encodeURIComponent("/manager-scoring?state=interview");
  expect(new URL(answer.url()).search).toBe(`?next=${back}`);
});
