"use client";
import { Monitor, Moon, Sun } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { IconButton } from "@/components/ui/actions/icon-button";
import { type Theme, themes } from "./theme";
import { useTheme } from "./use-theme";

const icons = { auto: Monitor, light: Sun, dark: Moon } as const;

/** One press for the next of the three; the account menu names them all. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const { theme, choose, current } = useTheme(initial);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
  return (
    <IconButton
      label={current}
      icon={<Icon of={icons[theme]} className="size-4.5" />}
      onClick={() => choose(next)}
    />
  );
}
