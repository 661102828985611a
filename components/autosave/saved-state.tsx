"use client";

import { useRefusalText } from "@/components/command/use-refusal-text";
import { SaveStatus } from "@/components/ui/feedback/save-status";
import { SignInAgain } from "./sign-in-again";
import type { SaveProgress } from "./types";

/** Saved or not, and why not. */
export function SavedState({ progress }: { progress: SaveProgress }) {
  const { ofCode } = useRefusalText();
  if (progress.kind === "saved")
    return <SaveStatus state={{ kind: "saved", at: new Date(progress.at) }} />;
  if (progress.kind === "failed")
    return (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <SaveStatus state={{ kind: "failed", reason: ofCode(progress.code) }} />
        {progress.code === "not_signed_in" ? (
          <SignInAgain className="inline-flex touch items-center text-sm link" />
        ) : null}
      </span>
    );
  return <SaveStatus state={{ kind: progress.kind }} />;
}
