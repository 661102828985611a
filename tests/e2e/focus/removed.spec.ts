import type { Page } from "@playwright/test";
import { appraisalOf } from "../../support/e2e/database";
import { expect, test } from "../../support/e2e/fixtures";
import { personOf } from "../../support/e2e/people";
import { SelfReviewPage } from "../../support/e2e/rooms/self-review-page";
import { textsIn } from "../../support/e2e/texts";

const t = textsIn("zh");

const account = t("shell.account", { name: personOf("su.nian").name });

const isNowhere = (page: Page) =>
  page.evaluate(() => document.activeElement === null || document.activeElement === document.body);

test("a new case takes the focus, a removed one gives it to what stands there, and back by undo", async ({
  as,
}) => {
  const { id } = await appraisalOf("dong.ke");
  const page = await as("dong.ke");
  const self = new SelfReviewPage(page);
  await self.open(id);
  const add = page.getByRole("button", { name: t("sheet.ladder.addCase") }).first();
  const cases = page.locator("input[type=date]");
  const before = await cases.count();
  await add.focus();
  await page.keyboard.press("Enter");
  await expect(cases).toHaveCount(before + 1);
  await expect(page.locator("input[type=date]:focus")).toHaveCount(1);
  const remove = page.locator("section:has(input[type=date]:focus)").last();
  await remove.getByRole("button", { name: t("sheet.case.remove") }).focus();
  await page.keyboard.press("Enter");
  await expect(cases).toHaveCount(before);
  await expect.poll(() => isNowhere(page)).toBe(false);
  await page.getByRole("button", { name: t("common.actions.undo") }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("input[type=date]:focus")).toHaveCount(1);
});

test("another page begins at its heading", async ({ as }) => {
  const page = await as("su.nian");
  await page.goto("/people");
  // Before its scripts listen the browser itself goes on to the next page, and begins at its top.
  await expect(page.getByRole("button", { name: account })).toHaveAttribute("popovertarget");
  await page.getByRole("main").getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/people");
  await expect.poll(() => isNowhere(page)).toBe(false);
  await expect(page.locator("h1:focus, main:focus")).toHaveCount(1);
});
