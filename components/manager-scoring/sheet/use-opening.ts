"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";

/** Fetches the page anew once the server has saved a draft that opens the self-review of a value. */
export function useOpening({ unseen, result, progress, slots }: SheetEditor): void {
  const router = useRouter();
  const saved = progress.kind === "saved" ? progress.at : null;
  const opened = result.values
    .filter(({ key, score }) => unseen.has(key) && score !== null)
    .filter(({ key }) => slots[key] !== undefined && slots[key].ours === slots[key].base)
    .map(({ key }) => key)
    .join(" ");
  useEffect(() => {
    if (saved !== null && opened !== "") router.refresh();
  }, [saved, opened, router]);
}
