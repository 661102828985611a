import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const contrast = "color-contrast";

/**
 * Axe on the page as it stands, and nothing to scroll sideways for. Measuring contrast is most of axe's work and depends
 * on the theme alone, so a page looked at several times has it measured once a theme.
 */
export async function expectAccessible(
  page: Page,
  look: "all" | "contrast" | "without contrast" = "all",
): Promise<void> {
  // In one piece, because no page has frames; nobody reads what passed, and gathering it takes longer than finding what did not.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], preload: false });
  if (look === "contrast") axe.withRules([contrast]);
  else axe.withTags(rules);
  if (look === "without contrast") axe.disableRules([contrast]);
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html.slice(0, 200)}\n    ${failureSummary ?? ""}`).join("\n")}`,
  );
  expect(found, `accessibility of ${new URL(page.url()).pathname}`).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `sideways scroll of ${new URL(page.url()).pathname}`).toBeLessThanOrEqual(0);
}
