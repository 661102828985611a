import type { GoneManager } from "@/lib/people/types";
import type { SheetValue } from "@/lib/sheet/types";
import type { OwnStep } from "@/lib/appraisal/stages";

/** What a person holds of a sheet. */
export type PersonPost = "manager" | "second_level" | "approver" | "hr_partner";

/** How the successor begins: where the draft ends, with an empty sheet, or where it ends and with a sealed note. */
export const ways = ["continue", "anew", "sealed"] as const;
export type Way = (typeof ways)[number];

export const handOverLimits = { reason: 2000, note: 4000, sheets: 500 } as const;

/** A sheet under way that somebody holds, and what they hold of it. */
export interface HeldSheet {
  readonly appraisalId: string;
  readonly name: string;
  readonly number: string;
  readonly year: number;
  readonly quarter: number;
  /** As its employee is shown it, or it would say that a 5 is pending; null of the reader's own. */
  readonly step: OwnStep | null;
  /** Of one's own sheet in a transfer: the department. */
  readonly posts: readonly (PersonPost | "department")[];
}

/** What a change of a person would leave without its holder: nothing happens before it is decided. */
export interface TouchedSheets {
  readonly sheets: readonly HeldSheet[];
}

/** Somebody was faster: the sheets of those asked for that the person holds no more, and who does. */
export interface TakenSheets {
  readonly taken: readonly {
    readonly name: string;
    readonly number: string;
    readonly holder: string;
  }[];
}

/** How many of what fell to the next in line were looked at. */
export interface Looked {
  readonly count: number;
}

export interface HandedOver {
  readonly count: number;
  /** How many fell to the next in line, because nobody was named. */
  readonly fell: number;
}

interface PersonName {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

/** Somebody who holds sheets under way. */
export interface Holder extends PersonName {
  readonly status: "active" | "on_leave" | "left";
  readonly sheets: number;
}

/** Since when somebody is the manager of a sheet, and who was before. */
export interface Responsible {
  readonly from: string;
  readonly at: Date;
}

type ShownPost = Exclude<PersonPost, "approver">;

/** Who is responsible for a sheet, as its employee is shown it: never the approver. */
export interface OwnHolders {
  readonly holders: readonly {
    readonly post: ShownPost;
    readonly name: string;
    /** Null: since the cycle began. */
    readonly since: Date | null;
  }[];
  /** What has taken effect, the latest first. */
  readonly changes: readonly {
    readonly id: string;
    readonly post: ShownPost;
    /** Null: nobody by name. */
    readonly from: string | null;
    readonly to: string | null;
    readonly at: Date;
  }[];
}

/** A sheet its manager took over: how, and what the former one left. */
export interface TakeOver extends Responsible {
  readonly way: Way;
  /** Empty where none was sealed. */
  readonly note: string;
  /** What its managers before left, each as it stood when they handed it over; the last first. */
  readonly drafts: readonly FormerDraft[];
}

export interface FormerDraft extends Responsible {
  readonly values: readonly SheetValue[];
}

/** What HR must know: who holds sheets and is not there, and what fell to the next in line. */
export interface HandOverBoard {
  /** Of the whole company; an HR partner is shown their departments. */
  readonly whole: boolean;
  readonly absent: readonly Holder[];
  readonly fallen: readonly FallenRow[];
  /** Only of the whole company. */
  readonly goneManagers: readonly GoneManager[];
}

export interface FallenRow {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly post: PersonPost;
  readonly toId: string | null;
  /** Null: nobody by name. */
  readonly to: string | null;
  readonly at: Date;
}

/** One person's sheets under way, to hand them over. */
export interface HolderPage {
  readonly person: Holder;
  readonly whole: boolean;
  readonly sheets: readonly HeldSheet[];
}
