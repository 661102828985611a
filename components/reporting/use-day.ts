import { useReader } from "@/components/reader/use-reader";
import { formatDay } from "@/lib/i18n/dates";

/** A day of the calendar in the reader's language, whatever their zone. */
export function useDay(): (day: string) => string {
  const { locale } = useReader();
  return (day) => formatDay(new Date(`${day}T00:00:00Z`), locale, "UTC");
}
