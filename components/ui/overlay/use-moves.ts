import { useEffect, useEffectEvent } from "react";

/**
 * While `active`, calls `onMove` in every frame in which the element stands elsewhere than before. Looked up frame by
 * frame: scrolling, a resized window and content that arrives above all move it, and no one event reports them all.
 */
export function useMoves(active: boolean, id: string, onMove: () => void): void {
  const move = useEffectEvent(onMove);
  useEffect(() => {
    if (!active) return;
    let seen = whereIs(id);
    const look = () => {
      const now = whereIs(id);
      if (now !== seen) move();
      seen = now;
      frame = requestAnimationFrame(look);
    };
    let frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [active, id]);
}

/** By its distances from all edges of the window, any of which something beside it may keep. */
function whereIs(id: string): string {
  const box = document.getElementById(id)?.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  return [box?.left, box?.top, box?.right, box?.bottom, clientWidth, clientHeight].join(" ");
}
