import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { companyTimeZone } from "@/lib/company/queries";
import { chooseLocale, defaultTimeZone, localeCookie } from "./locales";
import { loadMessages } from "./messages";

export default getRequestConfig(async () => {
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(
    cookieStore.get(localeCookie)?.value,
    headerList.get("accept-language"),
  );
  // A database that is away must not take the page that says so with it.
  const timeZone = (await companyTimeZone().catch(() => undefined)) ?? defaultTimeZone;
  return { locale, messages: loadMessages(locale), timeZone };
});
