"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Menu, MenuChoices } from "@/components/ui/overlay/menu";
import type { Theme } from "./theme";
import { useTheme } from "./use-theme";

const icons = { auto: Monitor, light: Sun, dark: Moon } as const;

export function ThemeMenu({ initial }: { initial: Theme }) {
  const { theme, choose, options, label } = useTheme(initial);
  const Icon = icons[theme];
  return (
    <Menu trigger={<IconButton label={label} icon={<Icon aria-hidden className="size-4.5" />} />}>
      <MenuChoices label={label} value={theme} options={options} onChange={choose} />
    </Menu>
  );
}
