import { useTimeZone, useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { formatDeadline } from "@/lib/i18n/dates";
import { defaultTimeZone } from "@/lib/i18n/locales";
import type { Appointment } from "@/lib/interview/types";

/** “12 月 1 日 10:00（GMT+8）· 45 分钟” */
export function useWhen(): (appointment: Pick<Appointment, "startsAt" | "minutes">) => string {
  const text = useTranslations("common.appointment");
  const timeZone = useTimeZone() ?? defaultTimeZone;
  const { locale } = useReader();
  return ({ startsAt, minutes }) =>
    text("when", { when: formatDeadline(startsAt, locale, timeZone), minutes });
}
