import { expect, test } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { locales } from "@/lib/i18n/locales";

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || Array.isArray(value)) && Object.values(value).every(isPlain)
  );
}

test.each(locales)("texts in %s arrive compiled, as data a browser can be sent", (locale) => {
  const messages = loadMessages(locale);
  expect(isPlain(messages)).toBe(true);
  expect(messages).toHaveProperty(["home", "quarter"], expect.any(Array));
  expect(messages).toHaveProperty(["shell", "brand"], expect.any(String));
});
