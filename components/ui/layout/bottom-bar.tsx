"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";

interface BottomBarProps {
  /** Saved state, deadline, what is missing. */
  status?: ReactNode;
  /** Buttons; the primary one last. */
  children: ReactNode;
}

/**
 * Always in sight: sticks to the foot of its column, on a phone to the foot of the screen. In a window too low for that
 * it is the end of its column (components.css). The page keeps as much room at its end as the bar is high.
 */
export function BottomBar({ status, children }: BottomBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => keepRoom(bar.current), []);
  return (
    <div
      ref={bar}
      className="bottom-bar sticky bottom-0 z-20 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line bg-ground py-3 max-md:fixed max-md:inset-x-0 max-md:m-0 max-md:w-full max-md:gap-x-3 max-md:gap-y-1 max-md:bg-card max-md:px-4 max-md:pt-1.5 max-md:pb-[calc(0.375rem_+_env(safe-area-inset-bottom))]"
    >
      {status ? (
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2 max-md:[&_time]:sr-only">
          {status}
        </div>
      ) : null}
      <div className="ms-auto flex flex-wrap items-center justify-end gap-3 max-md:gap-2">
        {children}
      </div>
    </div>
  );
}

/** Says how high the bar stands to the styles of the page (components.css), for as long as it is there. */
function keepRoom(bar: HTMLElement | null) {
  if (bar === null) return undefined;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() =>
    style.setProperty("--bottom-bar", `${bar.getBoundingClientRect().height}px`),
  );
  observer.observe(bar, { box: "border-box" });
  return () => {
    observer.disconnect();
    style.removeProperty("--bottom-bar");
  };
}
