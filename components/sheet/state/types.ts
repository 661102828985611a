import type { AppraisalState } from "@/lib/appraisal/types";
import type { RefusalCode } from "@/lib/errors/codes";
import type { FieldFault } from "@/lib/errors/outcome";
import type { SheetValue } from "@/lib/sheet/types";

/** One value as this page knows it. */
export interface ValueSlot {
  /** What the person sees and edits. */
  readonly ours: SheetValue;
  /** What the server is known to hold. */
  readonly base: SheetValue;
  /** What was sent and not answered: it may have been saved although the answer was lost. */
  readonly sent: readonly SheetValue[];
  /** The server's text while the person must choose between it and ours. */
  readonly theirs: SheetValue | null;
  /** What the server refused about `ours`, by path inside the value; cases are named by id. */
  readonly faults: Readonly<Record<string, FieldFault>>;
}

export type Slots = Readonly<Record<string, ValueSlot>>;

/** Why nothing can be written any more although this page was opened to write. */
export type Closed =
  "wrong_state" | "cycle_closed" | "window_closed" | "window_not_open" | "not_found";

export type SaveProgress =
  | { readonly kind: "idle" | "unsaved" | "saving" | "offline" }
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "failed"; readonly code: RefusalCode };

export interface SessionSnapshot {
  readonly version: number;
  readonly state: AppraisalState;
  readonly slots: Slots;
  readonly progress: SaveProgress;
  readonly closed: Closed | null;
}
