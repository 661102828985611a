import { expect, test } from "../../support/e2e/fixtures";
import { isNowhere } from "../../support/e2e/focus";

test("another page begins at its heading", async ({ as }) => {
  const page = await as("su.nian");
  await page.goto("/people");
  await page.getByRole("main").getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/people");
  await expect.poll(() => isNowhere(page)).toBe(false);
  await expect(page.locator("h1:focus, main:focus")).toHaveCount(1);
});
