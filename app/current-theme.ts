import "server-only";
import { cookies } from "next/headers";
import { parseTheme, type Theme, themeCookie } from "@/components/shell/choices/theme";

export async function currentTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get(themeCookie)?.value);
}
