import { expectAccessible } from "../support/e2e/accessible";
import { expect, phoneSize, test } from "../support/e2e/fixtures";
import { elsewhere, everyRoute, titleOf, visits } from "../support/e2e/routes";

test("every page is looked at", () => {
  const looked = new Set([...visits.map(({ route }) => route), ...elsewhere]);
  expect(everyRoute().filter((route) => !looked.has(route))).toEqual([]);
});

for (const locale of ["zh", "en"] as const) {
  for (const visit of visits) {
    test(`${titleOf(visit)} (${locale})`, async ({ as, stranger, requestsOf }) => {
      const look = { locale };
      const page = visit.as === null ? await stranger(look) : await as(visit.as, look);
      const response = await page.goto(await visit.address(requestsOf));
      expect(response?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      if (locale === "zh") {
        await page.emulateMedia({ colorScheme: "dark" });
        await expectAccessible(page);
        await page.emulateMedia({ colorScheme: "light" });
      }
      await page.setViewportSize(phoneSize);
      await expectAccessible(page);
    });
  }
}

test("the page for what is not there or not for you", async ({ as, expectErrors }) => {
  expectErrors(/status of 404/);
  const page = await as("ke.lan");
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await expectAccessible(page);
});
