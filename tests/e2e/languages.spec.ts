import type { Page } from "@playwright/test";
import { appraisalOf } from "../support/e2e/database";
import { expect, test } from "../support/e2e/fixtures";
import { titleOf, visits } from "../support/e2e/routes";
import { SelfReviewPage } from "../support/e2e/self-review-page";
import { textsIn } from "../support/e2e/texts";

const zh = textsIn("zh");
const en = textsIn("en");

test("another language keeps what was typed, and the server never sees the page anew", async ({
  as,
}) => {
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

/** Words on the page that look like a key of the messages instead of a text. */
async function keysOn(page: Page): Promise<readonly string[]> {
  const words = (await page.locator("body").innerText()).split(/\s+/);
  const named = await page
    .locator("[aria-label], [title], [placeholder]")
    .evaluateAll((elements) =>
      elements.flatMap((element) =>
        ["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name) ?? ""),
      ),
    );
  return [...words, ...named].filter((word) => /^[a-z][a-z-]*(\.[a-zA-Z_]+)+$/.test(word));
}

for (const visit of visits) {
  test(`both languages: ${titleOf(visit)}`, async ({ as, stranger, requestsOf }) => {
    const titles: string[] = [];
    const address = await visit.address(requestsOf);
    for (const [locale, lang] of [
      ["zh", "zh-CN"],
      ["en", "en"],
    ] as const) {
      const page = visit.as === null ? await stranger({ locale }) : await as(visit.as, { locale });
      await page.goto(address);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      expect(await keysOn(page)).toEqual([]);
      titles.push(await page.title());
      const skip = locale === "zh" ? zh("shell.skip") : en("shell.skip");
      if (visit.as !== null) await expect(page.getByRole("link", { name: skip })).toBeAttached();
    }
    expect(titles[0]).not.toBe(titles[1]);
    expect(titles[1]).not.toMatch(/\p{Script=Han}/u);
  });
}
