import { useEffect } from "react";

/**
 * A control that was found at fault takes the focus when it is the first of its form or dialog. Outside of both, as on a
 * sheet that saves itself, nobody asked for an answer and nobody is interrupted.
 */
export function useFirstFault(id: string, failed: boolean): void {
  useEffect(() => {
    if (!failed) return;
    const form = document.getElementById(id)?.closest("form, dialog");
    // A summary of the faults has the focus: it leads to each of them.
    if (form == null || document.activeElement?.role === "alert") return;
    const first = form.querySelector<HTMLElement>("[aria-invalid=true]");
    if (first?.id === id) first.focus();
  }, [id, failed]);
}
