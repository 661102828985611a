"use client";

import { useStandingKeys } from "@/components/sheet/keyboard/use-page-keys";
import { readingIds } from "../reading/ids";

/** Takes the last decision back for as long as the message of it stands, on whatever page that is. */
export function UndoKey() {
  useStandingKeys(({ key }) => {
    const undo = document.getElementById(readingIds.undo);
    if (undo === null || key.toLowerCase() !== "z") return false;
    undo.click();
    return true;
  });
  return null;
}
