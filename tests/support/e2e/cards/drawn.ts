import path from "node:path";
import { z } from "zod";
import type { Locale } from "@/lib/i18n/locales";
import { run } from "../../../../scripts/verify/run";

const drawn = z.record(z.string(), z.string());

/** The fullest rows of every list, as HTML by the list's address; worst.tsx says what they hold. */
export async function worstCards(locale: Locale) {
  const script = path.resolve("tests/support/e2e/cards/worst.tsx");
  const { code, output } = await run(process.execPath, ["--import", "tsx", script, locale]);
  if (code !== 0) throw new Error(output);
  return drawn.parse(JSON.parse(output));
}
