"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { placeOf } from "@/components/sheet/state/ids";
import { writePosition } from "@/components/sheet/values/position";
import type { FrameworkDocument } from "@/lib/scoring";
import type { Missing } from "@/lib/sheet/rules";

function focusPlace(id: string): void {
  const target = document.getElementById(id);
  const inside = target?.matches("[role=group]") ? target.querySelector("button") : null;
  const control = inside ?? target;
  if (!(control instanceof HTMLElement)) return;
  control.focus();
  control.scrollIntoView({ block: "center" });
}

/** Which value is shown, and the way to a place on any of them. */
export function useCurrentValue(framework: FrameworkDocument, start: string | null) {
  const keys = framework.values.map(({ key }) => key);
  const first = keys[0] ?? "";
  const [current, setCurrent] = useState(start !== null && keys.includes(start) ? start : first);
  const wanted = useRef<string | null>(null);
  const at = keys.indexOf(current);

  // The place exists only once its value is shown.
  useEffect(() => {
    if (wanted.current === null) return;
    focusPlace(wanted.current);
    wanted.current = null;
    writePosition(at + 1);
  }, [current, at]);

  const show = useCallback((key: string, place: string = "value-heading") => {
    wanted.current = place;
    setCurrent((before) => {
      if (before === key) queueMicrotask(() => focusPlace(place));
      return key;
    });
    if (place === "value-heading") window.scrollTo({ top: 0 });
  }, []);
  const lead = useCallback((item: Missing) => show(item.value, placeOf(item)), [show]);
  return { current, at, next: keys[at + 1] ?? null, previous: keys[at - 1] ?? null, show, lead };
}
