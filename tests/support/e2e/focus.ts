import type { Page } from "@playwright/test";

/** Whether the keyboard has lost its place: nothing but the page itself has the focus. */
export const isNowhere = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === null || document.activeElement === document.body);
