import type { NavIconName } from "@/components/shell/nav/nav-icon";
import type { NavItem } from "@/components/shell/nav/nav-item";
import type { Rooms } from "@/lib/home/types";

type Room =
  | "home"
  | "mine"
  | "managerScoring"
  | "secondLevel"
  | "hrAudit"
  | "approvals"
  | "cycles"
  | "people"
  | "frameworks"
  | "policies";

interface Door {
  readonly room: Room;
  readonly href: string;
  readonly icon: NavIconName;
  /** Pages of the room at other addresses. */
  readonly also?: readonly string[];
  readonly open: (rooms: Rooms) => boolean;
}

const doors: readonly Door[] = [
  { room: "home", href: "/", icon: "home", open: () => true },
  {
    room: "mine",
    href: "/mine",
    also: ["/self-review"],
    icon: "person",
    open: (rooms) => rooms.ownAppraisalId !== null,
  },
  {
    room: "managerScoring",
    href: "/manager-scoring",
    also: ["/interview"],
    icon: "team",
    open: (rooms) => rooms.managerScoring,
  },
  {
    room: "secondLevel",
    href: "/second-level",
    icon: "layers",
    open: (rooms) => rooms.secondLevel,
  },
  { room: "hrAudit", href: "/hr-audit", icon: "checks", open: (rooms) => rooms.hrAudit },
  { room: "approvals", href: "/approvals", icon: "stamp", open: (rooms) => rooms.approvals },
  { room: "cycles", href: "/cycles", icon: "calendar", open: (rooms) => rooms.administration },
  { room: "people", href: "/people", icon: "badge", open: (rooms) => rooms.administration },
  {
    room: "frameworks",
    href: "/frameworks",
    icon: "ladder",
    open: (rooms) => rooms.administration,
  },
  { room: "policies", href: "/policies", icon: "scale", open: (rooms) => rooms.administration },
];

/** The rooms a person is offered. A hidden room is not a lock: each page decides again. */
export function navigationFor(
  rooms: Rooms,
  text: (key: Room | `${Room}Short`) => string,
): NavItem[] {
  return doors
    .filter((door) => door.open(rooms))
    .map(({ room, href, icon, also }) => ({
      href,
      ...(also === undefined ? {} : { also }),
      label: text(room),
      shortLabel: room === "home" ? text("home") : text(`${room}Short`),
      icon,
    }));
}
