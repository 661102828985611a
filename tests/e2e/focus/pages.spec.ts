import { expect, test } from "../../support/e2e/fixtures";
import { isNowhere } from "../../support/e2e/focus";
import { personOf } from "../../support/e2e/people";
import { textsIn } from "../../support/e2e/texts";

const t = textsIn("zh");

const account = t("shell.account", { name: personOf("su.nian").name });

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
