import type { Locator } from "@playwright/test";
import { expectAccessible } from "../../support/e2e/accessible";
import { expect, phoneSize, test } from "../../support/e2e/fixtures";
import { personOf } from "../../support/e2e/people";
import { textsIn } from "../../support/e2e/texts";

const t = textsIn("zh");
const employee = personOf("ke.lan").name;
const account = t("shell.account", { name: employee });

test("the account menu by keyboard: opened, walked, left and chosen from", async ({ as }) => {
  const page = await as("ke.lan");
  await page.goto("/");
  const button = page.getByRole("button", { name: account });
  const menu = page.getByRole("menu", { name: account });
  const first = menu.getByRole("menuitem", { name: t("shell.delegation") });
  const second = menu.getByRole("menuitem", { name: t("shell.relations") });
  const security = menu.getByRole("menuitem", { name: t("shell.security") });
  const keysOn = menu.getByRole("menuitemradio", { name: t("common.shortcuts.choiceOn") });
  const signOut = menu.getByRole("menuitem", { name: t("shell.signOut") });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(first).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(page);
  for (const next of [second, security, keysOn]) {
    await page.keyboard.press("ArrowDown");
    await expect(next).toBeFocused();
  }
  for (const previous of [security, second, first]) {
    await page.keyboard.press("ArrowUp");
    await expect(previous).toBeFocused();
  }
  await page.keyboard.press("ArrowUp");
  await expect(signOut).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(first).toBeFocused();
  await page.keyboard.press("Home");
  await expect(first).toBeFocused();
  await page.keyboard.press("End");
  await expect(signOut).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(first).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(menu).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(button).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(security).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("auth.security.title"));
  await expect(menu).toHaveCount(0);
});

test("a second press on its button and a press outside close it", async ({ as }) => {
  const page = await as("ke.lan");
  await page.goto("/");
  const button = page.getByRole("button", { name: account });
  const menu = page.getByRole("menu", { name: account });
  await button.click();
  await expect(menu).toBeVisible();
  await button.click();
  await expect(menu).toHaveCount(0);
  await button.click();
  await expect(menu).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(menu).toHaveCount(0);
});

/** How far the menu stands below its button, and how far their right edges are apart. */
async function distance(menu: Locator, button: Locator) {
  const [below, above] = [await menu.boundingBox(), await button.boundingBox()];
  if (below === null || above === null) return null;
  return {
    down: Math.round(below.y - above.y - above.height),
    across: Math.round(below.x + below.width - above.x - above.width),
  };
}

test("an open menu stays with its button, and closes when the button leaves the window", async ({
  as,
}) => {
  const page = await as("ke.lan");
  await page.setViewportSize({ width: 1600, height: 420 });
  await page.goto("/");
  const button = page.getByRole("button", { name: account });
  const menu = page.getByRole("menu", { name: account });
  const beside = { down: 6, across: 0 };
  await button.click();
  await expect.poll(() => distance(menu, button)).toEqual(beside);
  const before = await button.boundingBox();
  await page.evaluate(() => window.scrollBy(0, 20));
  await expect.poll(async () => (await button.boundingBox())?.y).toBe((before?.y ?? 0) - 20);
  await expect.poll(() => distance(menu, button)).toEqual(beside);
  await page.setViewportSize({ width: 900, height: 380 });
  await expect.poll(() => distance(menu, button)).toEqual(beside);
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await page.evaluate(() => window.scrollBy(0, 120));
  await expect(menu).toHaveCount(0);
  await expect(button).toHaveAttribute("aria-expanded", "false");
});

test("before the scripts are there its button opens nothing, afterwards the whole menu", async ({
  as,
}) => {
  const page = await as("ke.lan");
  const scripts = Promise.withResolvers<null>();
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  const button = page.getByRole("button", { name: account });
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await expect(page.locator(":popover-open")).toHaveCount(0);
  scripts.resolve(null);
  await expect(button).toHaveAttribute("popovertarget");
  await button.click();
  await expect(page.getByRole("menuitem", { name: t("shell.delegation") })).toBeFocused();
  await button.click();
  await expect(page.locator(":popover-open")).toHaveCount(0);
});

test("on a phone the menu holds language and looks, and stays open for a look at the choice", async ({
  as,
}) => {
  const page = await as("ke.lan");
  await page.setViewportSize(phoneSize);
  await page.goto("/");
  await page.getByRole("button", { name: account }).click();
  const dark = page.getByRole("menuitemradio", { name: t("shell.theme.dark") });
  await expect(dark).toHaveAttribute("aria-checked", "false");
  await expectAccessible(page);
  await dark.click();
  await expect(dark).toHaveAttribute("aria-checked", "true");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
