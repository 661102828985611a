import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/e2e/accessible";
import { appraisalOf } from "../support/e2e/database";
import { expect, test } from "../support/e2e/fixtures";
import { isNowhere } from "../support/e2e/focus";
import { ScoringPage } from "../support/e2e/rooms/scoring-page";
import { SelfReviewPage } from "../support/e2e/rooms/self-review-page";
import { textsIn } from "../support/e2e/texts";

const t = textsIn("zh");

/** Nothing here touches the mouse. */
async function tabTo(page: Page, target: ReturnType<Page["getByRole"]>): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test.describe("on one person's self-review, one after the other", () => {
  test.describe.configure({ mode: "serial" });

  test("one value of the self-review from the first rung to the case", async ({ as }) => {
    const { id } = await appraisalOf("dong.ke");
    const page = await as("dong.ke");
    const self = new SelfReviewPage(page);
    await self.open(id);
    const value = "passion";
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("n");
    await expect(self.ladder(value)).toBeVisible();
    await page.keyboard.press("3");
    await page.keyboard.press("m");
    await expect(self.verdict(value, 3, "met")).toHaveAttribute("aria-pressed", "true");
    await tabTo(page, self.field(value, 3, "title"));
    await page.keyboard.type("m. 3 n");
    await page.keyboard.press("Tab");
    await page.keyboard.type("一位客户连问了三遍同一件事。");
    await page.keyboard.press("Tab");
    await page.keyboard.type("我把答案写成一页，当天发给了他。");
    await expect(self.field(value, 3, "title")).toHaveValue("m. 3 n");
    await tabTo(page, self.rung(value, 3).getByRole("button", { name: t("sheet.case.done") }));
    await page.keyboard.press("Enter");
    await page.keyboard.press("4");
    await page.keyboard.press(".");
    await expect(self.verdict(value, 4, "partly")).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("4");
    await page.keyboard.press("u");
    await expect(self.verdict(value, 4, "unmet")).toHaveAttribute("aria-pressed", "true");
    await self.expectStatus("saved");
  });

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
});

test("scoring with the keys alone, and on to the next person who waits", async ({ as }) => {
  const { id } = await appraisalOf("jin.sui");
  const page = await as("yao.shu");
  const scoring = new ScoringPage(page);
  await scoring.open(id);
  // The sheet opens where work is left: three values are done.
  await expect(scoring.ladder("integrity")).toBeVisible();
  await page.keyboard.press("3");
  await page.keyboard.press("u");
  await expect(scoring.verdict("integrity", 3, "unmet")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("n");
  await expect(scoring.panel("passion")).toBeFocused();
  await page.keyboard.press("3");
  await page.keyboard.press("u");
  await expect(scoring.verdict("passion", 3, "unmet")).toHaveAttribute("aria-pressed", "true");
  await scoring.expectStatus("saved");
  // Of the team hers alone waits: from any other sheet the way on leads to it, and so does the way up the list.
  const handedIn = await appraisalOf("ge.tong");
  for (const key of ["j", "k"]) {
    await scoring.open(handedIn.id);
    await page.keyboard.press(key);
    await expect(page).toHaveURL((url) => url.pathname === `/manager-scoring/${id}`);
  }
});

test("? explains the keys and can switch them off", async ({ as }) => {
  const { id } = await appraisalOf("dong.ke");
  const page = await as("dong.ke");
  const self = new SelfReviewPage(page);
  await self.open(id);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: t("common.shortcuts.title") });
  await expect(help.getByText(t("sheet.keys.partly"))).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, help.getByRole("button", { name: t("common.shortcuts.turnOff") }));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await page.keyboard.press("n");
  await expect(self.ladder("customer-first")).toBeVisible();
  await expect(self.ladder("teamwork")).toHaveCount(0);
});

test("the first Tab on every page offers the way to the content", async ({ as }) => {
  const page = await as("ke.lan");
  for (const path of ["/", "/mine", "/security"]) {
    await page.goto(path);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: t("shell.skip") });
    await expect(skip).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
  }
});
