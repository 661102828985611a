"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { writeChoice } from "./browser-cookie";
import { parseTheme, type Theme, themeCookie, themes } from "./theme";

/** `initial` comes from the cookie on the server, so the first paint is already right. */
export function useTheme(initial: Theme) {
  const text = useTranslations("shell.theme");
  const [theme, setTheme] = useState(initial);
  const choose = (value: Theme) => {
    document.documentElement.dataset["theme"] = parseTheme(value);
    writeChoice(themeCookie, value);
    setTheme(value);
  };
  const options = themes.map((value) => ({ value, label: text(value) }));
  const current = text("current", { theme: text(theme) });
  return { theme, choose, options, label: text("label"), current };
}
