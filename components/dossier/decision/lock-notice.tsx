import { Notice } from "@/components/ui/feedback/notice";
import type { Lock } from "@/lib/appraisal/types";
import { useLockWords } from "./use-lock-words";

export function LockNotice({ locked }: { locked: Lock }) {
  return <Notice tone="warn">{useLockWords()(locked)}</Notice>;
}
