import {
  BadgeCheck,
  CalendarRange,
  ClipboardCheck,
  House,
  Layers,
  Scale,
  Stamp,
  TrendingUp,
  UserRound,
  Users,
} from "lucide-react";

const icons = {
  home: House,
  person: UserRound,
  team: Users,
  layers: Layers,
  checks: ClipboardCheck,
  stamp: Stamp,
  calendar: CalendarRange,
  badge: BadgeCheck,
  ladder: TrendingUp,
  scale: Scale,
} as const;

/** The server names an icon; the browser has the drawings once for all pages. */
export type NavIconName = keyof typeof icons;

export function NavIcon({ name }: { name: NavIconName }) {
  const Icon = icons[name];
  return <Icon aria-hidden className="size-5" />;
}
