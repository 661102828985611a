import { appraisalOf } from "../support/e2e/database";
import { expect, test } from "../support/e2e/fixtures";
import { SelfReviewPage } from "../support/e2e/rooms/self-review-page";
import { textsIn } from "../support/e2e/texts";

// That every page has all its texts in both languages is seen where every page is looked at: accessibility.spec.ts.

const zh = textsIn("zh");
const en = textsIn("en");

test("another language keeps what was typed", async ({ as }) => {
  const { id } = await appraisalOf("mi.duo");
  const page = await as("mi.duo");
  const self = new SelfReviewPage(page);
  await self.open(id);
  await self.show("integrity");
  await self.judge("integrity", 1, "unmet");
  await self.field("integrity", 1, "title").fill("写到一半换语言");
  await page.getByRole("button", { name: zh("shell.languages.en.short"), exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const english = new SelfReviewPage(page, "en");
  await expect(english.field("integrity", 1, "title")).toHaveValue("写到一半换语言");
  await expect(
    page.getByRole("button", { name: en("self-review.submit.button"), exact: true }),
  ).toBeVisible();
  await english.expectStatus("saved");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("the browser's own language is followed until somebody chooses", async ({ browser }) => {
  for (const [locale, lang] of [
    ["en-GB", "en"],
    ["zh-TW", "zh"],
    ["fr-FR", "zh"],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${lang}`));
    await context.close();
  }
});
