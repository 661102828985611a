import {
  ArrowLeftRight,
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
  type IconNode,
} from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import type { NavItem } from "@/components/shell/nav/nav-item";
import type { DeputyRoom } from "@/lib/delegation/types";
import type { Rooms, Waiting } from "@/lib/visit/types";

type Room =
  | "home"
  | "mine"
  | "managerScoring"
  | "secondLevel"
  | "hrAudit"
  | "approvals"
  | "cycles"
  | "people"
  | "handOver"
  | "frameworks"
  | "policies";

interface Door {
  readonly room: Room;
  readonly href: string;
  readonly icon: IconNode;
  /** Pages of the room at other addresses. */
  readonly also?: (rooms: Rooms) => readonly string[];
  readonly open: (rooms: Rooms) => boolean;
  /** Things waiting there. */
  readonly count?: (rooms: Rooms) => number;
}

/** Results and trails are others' too for whoever judges; for everybody else they can only be one's own. */
function ownPages(rooms: Rooms): readonly string[] {
  const judges = rooms.managerScoring || rooms.secondLevel || rooms.hrAudit || rooms.approvals;
  const below = judges || rooms.administration ? `/${rooms.ownAppraisalId ?? ""}` : "";
  return [`/results${below}`, `/appraisals${below}`];
}

const doors: readonly Door[] = [
  { room: "home", href: "/", icon: House, open: () => true },
  {
    room: "mine",
    href: "/mine",
    also: (rooms) => ["/self-review", ...ownPages(rooms)],
    icon: UserRound,
    open: (rooms) => rooms.ownAppraisalId !== null,
  },
  {
    room: "managerScoring",
    href: "/manager-scoring",
    also: () => ["/interview"],
    icon: Users,
    open: (rooms) => rooms.managerScoring,
  },
  {
    room: "secondLevel",
    href: "/second-level",
    icon: Layers,
    open: (rooms) => rooms.secondLevel,
  },
  { room: "hrAudit", href: "/hr-audit", icon: ClipboardCheck, open: (rooms) => rooms.hrAudit },
  { room: "approvals", href: "/approvals", icon: Stamp, open: (rooms) => rooms.approvals },
  { room: "cycles", href: "/cycles", icon: CalendarRange, open: (rooms) => rooms.administration },
  {
    room: "people",
    href: "/people",
    icon: BadgeCheck,
    open: (rooms) => rooms.administration,
  },
  {
    room: "handOver",
    href: "/hand-over",
    icon: ArrowLeftRight,
    open: (rooms) => rooms.handOver,
    count: (rooms) => rooms.fallen,
  },
  {
    room: "frameworks",
    href: "/frameworks",
    icon: TrendingUp,
    open: (rooms) => rooms.administration,
  },
  { room: "policies", href: "/policies", icon: Scale, open: (rooms) => rooms.administration },
];

/** Where a deputy does what. */
const roomOf = {
  manager: "managerScoring",
  second_level: "secondLevel",
  hr: "hrAudit",
  approver: "approvals",
} as const satisfies Record<DeputyRoom, Room>;

/** What waits in a room: one's own, and by whom one stands in for. */
function countsIn(room: Room, waiting: readonly Waiting[]): Pick<NavItem, "count" | "counts"> {
  const here = waiting.filter((one) => roomOf[one.room] === room);
  const own = here.find(({ forName }) => forName === null);
  const counts = here.flatMap(({ forName: name, count }) =>
    name === null ? [] : [{ name, count }],
  );
  return own === undefined ? {} : { count: own.count, counts };
}

/** The rooms a person is offered. A hidden room is not a lock: each page decides again. */
export function navigationFor(
  rooms: Rooms,
  waiting: readonly Waiting[],
  text: (key: Room | `${Room}Short`) => string,
): NavItem[] {
  return doors
    .filter((door) => door.open(rooms))
    .map(({ room, href, icon, also, count }) => ({
      href,
      ...(count === undefined ? {} : { count: count(rooms) }),
      ...(also === undefined ? {} : { also: also(rooms) }),
      label: text(room),
      shortLabel: room === "home" ? text("home") : text(`${room}Short`),
      icon: <Icon of={icon} className="size-5" />,
      ...countsIn(room, waiting),
    }));
}
