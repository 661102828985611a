import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { navigationFor } from "@/components/home/navigation";
import { PauseNotices } from "@/components/shell/pause-notices";
import { AppShell } from "@/components/shell/app-shell";
import { requireVisit, requireWaiting } from "@/lib/visit/queries";
import { currentTheme } from "../current-theme";
import { version } from "@/package.json";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const [{ actor, rooms, pauses }, waiting, theme, t] = await Promise.all([
    requireVisit(),
    requireWaiting(),
    currentTheme(),
    getTranslations("home"),
  ]);
  const quarter = rooms.quarter && {
    year: String(rooms.quarter.year),
    quarter: String(rooms.quarter.quarter),
  };
  return (
    <AppShell
      nav={navigationFor(rooms, waiting, (key) => t(`nav.${key}`))}
      person={{ name: actor.name, employeeNumber: actor.number }}
      quarter={
        quarter
          ? { label: t("quarter", quarter), shortLabel: t("quarterShort", quarter) }
          : undefined
      }
      theme={theme}
      version={version}
    >
      <PauseNotices pauses={pauses} />
      {children}
    </AppShell>
  );
}
