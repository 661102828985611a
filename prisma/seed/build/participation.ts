import { scheduleFrom, toWindows } from "@/lib/cycle/rules/windows";
import { stableId } from "@/lib/db/ids";
import type { RecordedEvent } from "@/lib/events/event";
import { addDays, dayIn } from "@/lib/i18n/zone";
import { idOfPerson } from "./company";
import type { SeedPerson } from "./data";
import { timeZone, type SeedCycle } from "./quarters";
import type { Rows } from "./rows";
import type { Story } from "./story";

const by = "su.nian";

/** Who is out of the open quarter by hand, in against the rules, and has more time. */
const exempted = { key: "zhan.yue", reason: "外派华南分校到年底，本季由当地考核。" };
const included = { key: "lei.yu", reason: "入职当月已独立带班，部门申请补加，时间另排。" };
const extended = { key: "gong.bei", reason: "病假三天，自评顺延。" };

export const isExempted = ({ key }: SeedPerson, { open }: SeedCycle) =>
  open && key === exempted.key;
export const isIncluded = ({ key }: SeedPerson, { open }: SeedCycle) =>
  open && key === included.key;

/** Of somebody without a sheet: decided when the cycle opened. */
export function addExemption(rows: Rows, { id, openedAt }: SeedCycle, { key }: SeedPerson) {
  if (key !== exempted.key) return;
  const { reason } = exempted;
  rows.changes.push(change(id, openedAt, { kind: "exempted", key, reason }));
  const about = { cycleId: id, employeeId: idOfPerson(key), actorId: idOfPerson(by) };
  rows.events.push({
    ...{ ...about, at: openedAt, kind: "participation.exempted", payload: { reason } },
  });
}

/** The windows of somebody's own, with why. */
export function addOwnWindows(story: Story) {
  const {
    id,
    cycle,
    person: { key },
    rows,
  } = story;
  if (!cycle.open) return;
  const today = dayIn(cycle.until, timeZone);
  if (key === included.key) {
    const { reason } = included;
    const at = story.record({ kind: "participation.included", reason }, 0.8, by);
    const windows = toWindows(scheduleFrom(addDays(today, -2), "together"), timeZone).map(
      (window) => ({ ...window, closesAt: later(window.closesAt, 5) }),
    );
    give(rows, id, windows);
    rows.changes.push(change(cycle.id, at, { kind: "included", key, reason, windows }));
  }
  if (key === extended.key) {
    const { reason } = extended;
    const windows = cycle.windows
      .filter(({ stage }) => stage === "self_review")
      .map((window) => ({ ...window, closesAt: later(window.closesAt, 3) }));
    const to = (windows[0]?.closesAt ?? cycle.until).toISOString();
    const event = { kind: "participation.extended" as const, stage: "self_review", to, reason };
    const at = story.record(event satisfies RecordedEvent, 0.9, by);
    give(rows, id, windows);
    rows.changes.push(change(cycle.id, at, { kind: "extended", key, reason, windows }));
  }
}

const later = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);

type Windows = ReturnType<typeof toWindows>;

function give(rows: Rows, appraisalId: string, windows: Windows) {
  rows.ownWindows.push(...windows.map((window) => ({ appraisalId, ...window })));
}

interface About {
  readonly kind: "exempted" | "included" | "extended";
  readonly key: string;
  readonly reason: string;
  readonly windows?: Windows;
}

function change(cycleId: string, at: Date, { kind, key, reason, windows }: About) {
  return {
    ...{ id: stableId("demo change", cycleId, key), cycleId, kind, reason, at },
    ...{ employeeId: idOfPerson(key), byId: idOfPerson(by) },
    ...(windows === undefined ? {} : { windows: windows.map(asJson) }),
  };
}

const asJson = ({ stage, opensAt, closesAt }: Windows[number]) => ({
  ...{ stage, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
});
