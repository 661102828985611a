"use client";

import { useRefusalText } from "@/components/command/use-refusal-text";
import { SaveStatus } from "@/components/ui/feedback/save-status";
import type { SaveProgress } from "./types";

/** Saved or not, and why not. */
export function SavedState({ progress }: { progress: SaveProgress }) {
  const { ofCode } = useRefusalText();
  if (progress.kind === "saved")
    return <SaveStatus state={{ kind: "saved", at: new Date(progress.at) }} />;
  if (progress.kind === "failed")
    return <SaveStatus state={{ kind: "failed", reason: ofCode(progress.code) }} />;
  return <SaveStatus state={{ kind: progress.kind }} />;
}
