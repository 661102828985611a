import type { Quarter } from "@/lib/i18n/zone";

type Text = (key: "quarter", values: { year: string; quarter: string }) => string;

/** As text, because a year as a number would get a thousands separator. */
export function quarterText(text: Text, { year, quarter }: Quarter): string {
  return text("quarter", { year: String(year), quarter: String(quarter) });
}
