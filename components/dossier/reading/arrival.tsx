"use client";

import { useEffect, useRef } from "react";
import { focusHeading } from "@/components/ui/focus/focusable";

/** Another value of the same page begins at its top with the focus on the heading, not in the field where the last one ended. */
export function Arrival({ place }: { place: string }) {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    window.scrollTo(0, 0);
    focusHeading(document.querySelector("main") ?? document.body);
  }, [place]);
  return null;
}
