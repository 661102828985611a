import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { navigationFor } from "@/components/home/navigation";
import { AppShell } from "@/components/shell/app-shell";
import { requireActor } from "@/lib/authz/current-actor";
import { readRooms } from "@/lib/home/queries";
import { currentTheme } from "../current-theme";
import { version } from "@/package.json";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [rooms, theme, t] = await Promise.all([
    readRooms(actor),
    currentTheme(),
    getTranslations("home"),
  ]);
  const quarter = rooms.quarter && {
    year: String(rooms.quarter.year),
    quarter: String(rooms.quarter.quarter),
  };
  return (
    <AppShell
      nav={navigationFor(rooms, (key) => t(`nav.${key}`))}
      person={{ name: actor.name, employeeNumber: actor.number }}
      quarter={
        quarter
          ? { label: t("quarter", quarter), shortLabel: t("quarterShort", quarter) }
          : undefined
      }
      theme={theme}
      version={version}
    >
      {children}
    </AppShell>
  );
}
