import type { Page } from "@playwright/test";
import { worstCards } from "../../support/e2e/cards/drawn";
import { appraisalOf } from "../../support/e2e/database";
import { expect, phoneSize, test } from "../../support/e2e/fixtures";
import { textsIn } from "../../support/e2e/texts";

const locales = ["zh", "en"] as const;

/** Rooms that list people, and whose hand they are in. */
const lists = [
  ["lin.lan", "/manager-scoring"],
  ["yan.min", "/second-level"],
  ["su.nian", "/people"],
  ["ye.qing", "/hr-audit"],
  ["chen.mo", "/approvals"],
] as const;

const heightOfCard = 150;
const finger = 44;

function tooTall(page: Page) {
  return page
    .locator("main table.data-table tbody")
    .last()
    .evaluate(
      (body, most) =>
        [...body.children].flatMap((row) => {
          const { height } = row.getBoundingClientRect();
          return height > most ? [`${Math.round(height)} px: ${row.textContent}`] : [];
        }),
      heightOfCard,
    );
}

/** What a finger would miss; a link within a sentence is as tall as its line, and a box inside a label is the label's. */
function tooSmall(page: Page) {
  return page.locator("main :is(a, button, summary, select, input, textarea)").evaluateAll(
    (targets, least) =>
      targets.flatMap((target) => {
        const within = target.closest("label") ?? target;
        const { width, height } = within.getBoundingClientRect();
        const style = getComputedStyle(target);
        const unseen = width <= 1 || height <= 1 || style.visibility === "hidden";
        const inSentence = target.tagName === "A" && style.display === "inline";
        return unseen || inSentence || height > least - 0.5
          ? []
          : [
              `${Math.round(height)} px: ${target.textContent || target.getAttribute("aria-label")}`,
            ];
      }),
    finger,
  );
}

for (const locale of locales)
  for (const [person, path] of lists)
    test(`${path} in ${locale} on a phone: a person is a short card, a target a finger wide`, async ({
      as,
    }) => {
      const page = await as(person, { locale, phone: true });
      await page.goto(path);
      await expect(page.locator("main table.data-table tbody").last()).toBeVisible();
      expect(await tooTall(page)).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);
    });

/** The list of people is there whatever other tests do, and its table is as wide as any other. */
for (const locale of locales)
  test(`the fullest card of any list in ${locale} is short on a phone, and a finger meets its targets`, async ({
    as,
  }) => {
    const cards = await worstCards(locale);
    const page = await as("su.nian", { locale, phone: true });
    await page.goto("/people", { waitUntil: "networkidle" });
    const table = page.locator("main table.data-table");
    await expect(table).toBeVisible();
    for (const [list, html] of Object.entries(cards)) {
      await table.evaluate((real, drawn) => {
        const made = new DOMParser().parseFromString(drawn, "text/html");
        const table = made.querySelector("table.data-table");
        if (table === null) throw new Error("there is no table");
        real.replaceWith(table);
      }, html);
      await expect(table.getByText("Papadopoulos").first()).toBeVisible();
      expect(await tooTall(page), list).toEqual([]);
      expect(await tooSmall(page), list).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, list).toBeLessThanOrEqual(phoneSize.width);
    }
  });

const others = [
  ["su.nian", "/people/departments"],
  ["zhou.ning", "/mine"],
  ["zhou.ning", "/security"],
  ["ye.qing", "/hr-audit/decided"],
] as const;

for (const locale of locales)
  for (const [person, path] of others)
    test(`${path} in ${locale} on a phone: a target is a finger wide, nothing is wider than the screen`, async ({
      as,
    }) => {
      const page = await as(person, { locale, phone: true });
      await page.goto(path);
      await expect(page.locator("main h1")).toBeVisible();
      expect(await tooSmall(page)).toEqual([]);
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      expect(await width()).toBeLessThanOrEqual(phoneSize.width);
      // Text of twice the size.
      await page.addStyleTag({ content: "html { font-size: 200% }" });
      expect(await width()).toBeLessThanOrEqual(phoneSize.width);
    });

/** Somebody's first quarter, and one with directions agreed on in the interview before. */
const writers = [
  ["lei.yu", false],
  ["dong.ke", true],
] as const;

for (const [person, directed] of writers)
  for (const locale of locales)
    test(`the first level of the self-review of ${person} in ${locale} is within the first screen of a phone`, async ({
      as,
    }) => {
      const { id } = await appraisalOf(person);
      const page = await as(person, { locale, phone: true });
      await page.goto(`/self-review/${id}`);
      const verdict = page.locator("main [aria-pressed]").first();
      await expect(verdict).toBeVisible();
      await expect(page.locator("main [data-directions]:visible")).toHaveCount(directed ? 1 : 0);
      const { bottom, bar, number, mark } = await page.evaluate(() => {
        const first = document.querySelector("main [aria-pressed]");
        // What stays at the lower edge covers what is behind it.
        const covers = [...document.querySelectorAll("body *")].filter((one) =>
          ["fixed", "sticky"].includes(getComputedStyle(one).position),
        );
        const tops = covers.map((one) => one.getBoundingClientRect().top);
        const score = [...document.querySelectorAll("main [role='img']")].find(
          (one) =>
            one.getClientRects().length > 0 &&
            one.querySelector("svg") !== null &&
            one.querySelector("span") !== null,
        );
        const probe = document.createElement("span");
        probe.style.display = "inline-block";
        score?.querySelector("span")?.append(probe);
        const baseline = probe.getBoundingClientRect().bottom;
        probe.remove();
        return {
          bottom: first?.getBoundingClientRect().bottom ?? Infinity,
          bar: Math.min(window.innerHeight, ...tops.filter((top) => top > window.innerHeight / 2)),
          number: baseline,
          mark: score?.querySelector("svg")?.getBoundingClientRect().bottom ?? 0,
        };
      });
      expect(bottom).toBeLessThanOrEqual(bar);
      expect(Math.abs(number - mark)).toBeLessThanOrEqual(1.5);
    });

const longForms = ["include", "extend"] as const;

for (const phone of [false, true])
  for (const form of longForms)
    test(`the buttons of the dialog “${form}” are in sight${phone ? " on a phone" : ""}, however long its form is`, async ({
      as,
    }) => {
      const words = textsIn("en");
      const page = await as("su.nian", { locale: "en", phone });
      await page.goto("/cycles");
      await page.locator("main tbody a").first().click();
      await page.getByRole("button", { name: words(`participation.${form}.button`) }).click();
      const dialog = page.getByRole("dialog");
      await expect(dialog.locator("form :is(input, select, textarea)").first()).toBeFocused();
      for (const button of await dialog.locator(".dialog-actions button").all())
        await expect(button).toBeInViewport({ ratio: 1 });
      const end = dialog.locator("form textarea").last();
      await end.focus();
      await expect(end).toBeInViewport({ ratio: 0.9 });
    });

test("without our colours the chosen verdict and the room one is in differ by more than weight", async ({
  as,
}) => {
  const page = await as("dong.ke");
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/");
  const ground = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const nav = "header nav a";
  expect(await ground(`${nav}[aria-current="page"]`)).not.toBe(
    await ground(`${nav}:not([aria-current])`),
  );
  await page.locator("main a[href^='/self-review/']").first().click();
  await expect(page.locator("main [aria-pressed='true']").first()).toBeVisible();
  expect(await ground("main [aria-pressed='true']")).not.toBe(
    await ground("main [aria-pressed='false']"),
  );
});
