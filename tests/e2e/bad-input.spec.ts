import { completeSelfReview } from "../support/e2e/requests/commands";
import { appraisalOf, footprintOf, textOf } from "../support/e2e/database";
import { expect, test } from "../support/e2e/fixtures";
import { personOf } from "../support/e2e/people";
import { ScoringPage } from "../support/e2e/rooms/scoring-page";
import { SelfReviewPage } from "../support/e2e/rooms/self-review-page";
import { textsIn, valueName } from "../support/e2e/texts";

const t = textsIn("zh");

test("text that is too long is kept, refused at its field, and saved once it is shorter", async ({
  as,
  expectErrors,
}) => {
  expectErrors(/status of 422/);
  const { id } = await appraisalOf("song.yan");
  const self = new SelfReviewPage(await as("song.yan"));
  await self.open(id);
  await self.show("teamwork");
  await self.judge("teamwork", 3, "met");
  const long = "长".repeat(2001);
  await self.field("teamwork", 3, "title").fill("一件小事");
  await self.field("teamwork", 3, "action").fill(long);
  const refused = t("errors.too_long", { max: 2000 });
  const action = self.field("teamwork", 3, "action");
  await expect(action).toHaveAccessibleDescription(new RegExp(refused));
  await expect(action).toHaveAttribute("aria-invalid", "true");
  await self.expectStatus("failed");
  await expect(action).toHaveValue(long);
  expect(await textOf(id, "action")).not.toContain(long);

  await action.fill(long.slice(1));
  await self.expectStatus("saved");
  await expect(action).not.toHaveAttribute("aria-invalid");
  expect(await textOf(id, "action")).toContain(long.slice(1));
});

test("an empty case stops handing in and leads to its own field", async ({ as }) => {
  const { id } = await appraisalOf("wei.ran");
  const self = new SelfReviewPage(await as("wei.ran"));
  await self.open(id);
  await self.show("dedication");
  await self.judge("dedication", 1, "unmet");
  await self.trySubmit();
  const rung = t("scoring.rung", { point: 1 });
  const value = valueName("dedication");
  const problem = t("scoring.problem.case_title");
  await self.leadTo(t("sheet.missing.entry", { value, rung, problem }));
  await expect(self.field("dedication", 1, "title")).toBeFocused();
  await self.expectStatus("saved");
  expect((await appraisalOf("wei.ran")).state).toBe("self_review");
});

test("a return without a reason goes nowhere and keeps the dialog", async ({ as }) => {
  const { id } = await appraisalOf("shi.yin");
  const before = await footprintOf(id);
  const scoring = new ScoringPage(await as("wen.ru"));
  await scoring.open(id);
  const { page } = scoring;
  await page.getByRole("button", { name: t("manager-scoring.bar.return") }).click();
  const dialog = page.getByRole("dialog");
  const reason = dialog.getByLabel(t("manager-scoring.return.reason"), { exact: true });
  await reason.fill("   ");
  const name = t("manager-scoring.return.confirm", { name: personOf("shi.yin").name });
  await dialog.getByRole("button", { name }).click();
  await expect(reason).toHaveAccessibleDescription(new RegExp(t("errors.reason_required")));
  expect(await footprintOf(id)).toEqual(before);
});

test("two fast presses hand in once", async ({ as, requestsOf }) => {
  await completeSelfReview(await requestsOf("su.nian"), "su.nian");
  const { id } = await appraisalOf("su.nian");
  const page = await as("su.nian");
  const self = new SelfReviewPage(page);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/commands/self-review.submit")) sent.push(request.url());
  });
  await self.open(id);
  await self.trySubmit();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button").last().dblclick();
  await expect(page.getByText(self.submittedTitle())).toBeVisible();
  expect(sent).toHaveLength(1);
  expect((await appraisalOf("su.nian")).state).toBe("manager_scoring");
});

test("what the keyboard can do to a sheet that is closed elsewhere: nothing, and it says so", async ({
  as,
  requestsOf,
  expectErrors,
}) => {
  expectErrors(/status of 409/);
  const request = await requestsOf("he.chuan");
  const page = await as("he.chuan");
  const self = new SelfReviewPage(page);
  const { id } = await appraisalOf("he.chuan");
  await self.open(id);
  await self.show("passion");
  await completeSelfReview(request, "he.chuan");
  const { version } = await appraisalOf("he.chuan");
  const submitted = await request.post("/api/commands/self-review.submit", {
    data: { appraisalId: id, version },
  });
  expect(submitted.status()).toBe(200);
  const before = await footprintOf(id);
  await self.verdict("passion", 3, "met").click();
  await expect(page.getByText(t("sheet.notice.closedTitle"))).toBeVisible();
  await expect(page.getByText(t("sheet.notice.wrong_state"))).toBeVisible();
  expect(await footprintOf(id)).toEqual(before);
});
