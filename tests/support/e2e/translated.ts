import { expect, type Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locales";

const languages: Readonly<Record<Locale, string>> = { zh: "zh-CN", en: "en" };

/** Words a page shows or names things with that look like a key of the messages instead of a text. */
async function keysOn(page: Page): Promise<readonly string[]> {
  const shown = (await page.locator("body").innerText()).split(/\s+/);
  const named = await page
    .locator("[aria-label], [title], [placeholder]")
    .evaluateAll((elements) =>
      elements.flatMap((element) =>
        ["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name) ?? ""),
      ),
    );
  return [...shown, ...named].filter((word) => /^[a-z][a-z-]*(\.[a-zA-Z_]+)+$/.test(word));
}

/** The page says which language it is in, and no text of it is missing. */
export async function expectTranslated(page: Page, locale: Locale): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", languages[locale]);
  expect(await keysOn(page), "keys instead of texts").toEqual([]);
  if (locale === "en") expect(await page.title()).not.toMatch(/\p{Script=Han}/u);
}
