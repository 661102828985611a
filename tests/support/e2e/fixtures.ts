import {
  test as base,
  expect,
  type APIRequestContext,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";
import { localeCookie, type Locale } from "@/lib/i18n/locales";
import { listening } from "./alive";
import { siteUrl } from "./site/site-url";
import { siteRequest, stateOf } from "./site/sign-in";

export { expect };

interface Look {
  readonly locale?: Locale;
  /** 390 px wide, with touch. */
  readonly phone?: boolean;
  /** At another site than the run's own; the file with somebody's cookies there, or what is in it. */
  readonly at?: {
    readonly address: string;
    readonly state?: BrowserContextOptions["storageState"];
  };
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
      await speak(context, look);
      return listening(await context.newPage());
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
      await speak(context, look);
      return listening(await context.newPage());
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

function optionsOf({ phone = false, at }: Look): BrowserContextOptions {
  return {
    ...(phone ? { viewport: phoneSize, hasTouch: true, isMobile: true } : {}),
    ...(at === undefined ? {} : { baseURL: at.address }),
    ...(at?.state === undefined ? {} : { storageState: at.state }),
  };
}

async function speak(context: BrowserContext, { locale = "zh", at }: Look): Promise<void> {
  const url = at?.address ?? siteUrl();
  await context.addCookies([{ name: localeCookie, value: locale, url }]);
}
