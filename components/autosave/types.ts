import type { RefusalCode } from "@/lib/errors/codes";
import type { FieldFault } from "@/lib/errors/outcome";

/** What is saved as a whole: a value of a sheet, the minutes of an interview. Plain data, compared by what it holds. */
export interface Keyed {
  readonly key: string;
}

type Faults = Readonly<Record<string, FieldFault>>;

/** What a session must know of the things it saves. */
export interface Kind<Item extends Keyed> {
  /** What stands where the server holds nothing of that key. */
  readonly empty: (key: string) => Item;
  /** Whether something found in the tab is one. */
  readonly is: (found: unknown) => found is Item;
  /** The server's faults by their path inside the item that was sent. */
  readonly faultsIn: (fields: Faults, sent: Item) => Faults;
}

/** One item as this page knows it. */
export interface Slot<Item extends Keyed> {
  /** What the person sees and edits. */
  readonly ours: Item;
  /** What the server is known to hold. */
  readonly base: Item;
  /** What was sent and not answered: it may have been saved although the answer was lost. */
  readonly sent: readonly Item[];
  /** The server's text while the person must choose between it and ours. */
  readonly theirs: Item | null;
  /** What the server refused about `ours`. */
  readonly faults: Faults;
}

/** What stands of one item on a page and was not acknowledged by the server yet. */
export type Unsent<Item extends Keyed> = Pick<Slot<Item>, "ours" | "base" | "sent">;

export type Slots<Item extends Keyed> = Readonly<Record<string, Slot<Item>>>;

/** What the server holds of all items. */
export interface Held<Item extends Keyed> {
  readonly version: number;
  readonly state: string;
  readonly values: readonly Item[];
}

/** Why nothing can be written any more although this page was opened to write. */
export type Closed =
  | "wrong_state"
  | "cycle_closed"
  | "window_closed"
  | "window_not_open"
  | "sheet_ended"
  | "cycle_paused"
  | "not_found";

export type SaveProgress =
  | { readonly kind: "idle" | "unsaved" | "saving" | "offline" }
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "failed"; readonly code: RefusalCode };

export interface SessionSnapshot<Item extends Keyed> {
  readonly version: number;
  /** What ends writing when it changes. */
  readonly state: string;
  readonly slots: Slots<Item>;
  readonly progress: SaveProgress;
  readonly closed: Closed | null;
}
