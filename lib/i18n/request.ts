import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, defaultTimeZone, localeCookie } from "./locales";
import { loadMessages } from "./messages";

export default getRequestConfig(async () => {
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(
    cookieStore.get(localeCookie)?.value,
    headerList.get("accept-language"),
  );
  return { locale, messages: loadMessages(locale), timeZone: defaultTimeZone };
});
