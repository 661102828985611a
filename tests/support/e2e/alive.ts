import type { Page } from "@playwright/test";

/**
 * Until the page's scripts listen: a key, a press or a word before that goes nowhere, and how long it takes depends on what
 * else the machine does. React keeps what an element listens to on the element itself; a menu can be opened last.
 */
async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("button")].every(
      (button) =>
        Object.keys(button).some((key) => key.startsWith("__reactProps$")) &&
        (button.getAttribute("aria-haspopup") !== "menu" || button.hasAttribute("popovertarget")),
    ),
  );
}

/** The page, whose visits end when it listens; asked to end sooner (`waitUntil`), they do. */
export function listening(page: Page): Page {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (address, options) => {
    const response = await goto(address, options);
    if (options?.waitUntil === undefined) await untilAlive(page);
    return response;
  };
  page.reload = async (options) => {
    const response = await reload(options);
    if (options?.waitUntil === undefined) await untilAlive(page);
    return response;
  };
  return page;
}
