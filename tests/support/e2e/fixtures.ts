import {
  test as base,
  expect,
  type APIRequestContext,
  type BrowserContext,
  type Page,
} from "@playwright/test";
import { localeCookie, type Locale } from "@/lib/i18n/locales";
import { siteUrl } from "./site/site-url";
import { siteRequest, stateOf } from "./site/sign-in";

export { expect };

export interface Look {
  readonly locale?: Locale;
  /** 390 px wide, with touch. */
  readonly phone?: boolean;
}

export const phoneSize = { width: 390, height: 844 };

interface Fixtures {
  complaints: string[];
  /** Names console errors this test provokes on purpose; anything else in the console fails it. */
  expectErrors: (...patterns: readonly RegExp[]) => void;
  /** A browser window of somebody nobody knows. */
  stranger: (look?: Look) => Promise<Page>;
  /** A window of somebody of the demo company, signed in. Each call is a device of its own. */
  as: (person: string, look?: Look) => Promise<Page>;
  /** Requests with somebody's cookies, `null` for nobody's, and the site's own origin unless another is given. */
  requestsOf: (person: string | null, origin?: string | null) => Promise<APIRequestContext>;
}

function watch(context: BrowserContext, complaints: string[]): void {
  context.on("weberror", (error) => complaints.push(`page error: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error")
      complaints.push(`${message.text()} (${message.location().url})`);
  });
}

export const test = base.extend<Fixtures>({
  complaints: async ({ browserName: _ }, use) => use([]),

  expectErrors: [
    async ({ complaints }, use) => {
      const expected: RegExp[] = [];
      await use((...patterns) => void expected.push(...patterns));
      const unexpected = complaints.filter((text) => !expected.some((of) => of.test(text)));
      expect(unexpected, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],

  stranger: async ({ browser, complaints, contextOptions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (look = {}) => {
      const context = await browser.newContext({ ...contextOptions, ...optionsOf(look) });
      opened.push(context);
      watch(context, complaints);
      await speak(context, look.locale ?? "zh");
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },

  as: async ({ browser, complaints, contextOptions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person, look = {}) => {
      const storageState = await stateOf(person);
      const options = { ...contextOptions, ...optionsOf(look), storageState };
      const context = await browser.newContext(options);
      opened.push(context);
      watch(context, complaints);
      await speak(context, look.locale ?? "zh");
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },

  requestsOf: async ({ browserName: _ }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (person, origin) => {
      const state = person === null ? undefined : await stateOf(person);
      const context = await siteRequest(state, origin);
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.dispose();
  },
});

function optionsOf({ phone = false }: Look) {
  return phone ? { viewport: phoneSize, hasTouch: true, isMobile: true } : {};
}

async function speak(context: BrowserContext, locale: Locale): Promise<void> {
  await context.addCookies([{ name: localeCookie, value: locale, url: siteUrl() }]);
}
