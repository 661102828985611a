import { isUnsaved } from "./reconcile";
import type { Keyed, SaveProgress, SessionSnapshot } from "./types";

/** How saving stands for the whole: what was refused or waits for a choice is not saved by another item's success. */
export function progressOf({
  progress,
  slots,
}: Pick<SessionSnapshot<Keyed>, "progress" | "slots">): SaveProgress {
  if (progress.kind !== "saved" && progress.kind !== "idle") return progress;
  const unsaved = Object.values(slots).filter(isUnsaved);
  if (unsaved.some(({ faults }) => Object.keys(faults).length > 0))
    return { kind: "failed", code: "invalid_input" };
  return unsaved.length > 0 ? { kind: "unsaved" } : progress;
}
