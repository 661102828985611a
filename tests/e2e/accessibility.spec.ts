import { expectAccessible } from "../support/e2e/accessible";
import { expect, phoneSize, test } from "../support/e2e/fixtures";
import { expectTranslated } from "../support/e2e/translated";
import { elsewhere, everyRoute, titleOf, visits } from "../support/e2e/routes";

// Every page in both languages, wide and on a phone, light and dark: nothing axe finds, nothing to scroll sideways for,
// no text missing.

test("every page is looked at", () => {
  const looked = new Set([...visits.map(({ route }) => route), ...elsewhere]);
  expect(everyRoute().filter((route) => !looked.has(route))).toEqual([]);
});

for (const visit of visits) {
  test(titleOf(visit), async ({ as, stranger, requestsOf }) => {
    const address = await visit.address(requestsOf);
    const titles: string[] = [];
    for (const locale of ["zh", "en"] as const) {
      const page = visit.as === null ? await stranger({ locale }) : await as(visit.as, { locale });
      const response = await page.goto(address);
      expect(response?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectTranslated(page, locale);
      titles.push(await page.title());
      await expectAccessible(page, locale === "zh" ? "all" : "without contrast");
      if (locale === "zh") {
        await page.emulateMedia({ colorScheme: "dark" });
        await expectAccessible(page, "contrast");
        await page.emulateMedia({ colorScheme: "light" });
      }
      await page.setViewportSize(phoneSize);
      await expectAccessible(page, "without contrast");
    }
    expect(titles[0]).not.toBe(titles[1]);
  });
}

test("the page for what is not there or not for you", async ({ as, expectErrors }) => {
  expectErrors(/status of 404/);
  const page = await as("ke.lan");
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await expectAccessible(page);
});
