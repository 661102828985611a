interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Window {
  readonly width: number;
  readonly height: number;
}

export type Align = "start" | "end";

/** Distances from the edges of the window in CSS pixels. */
export interface Place {
  readonly insetInlineStart: string;
  readonly insetInlineEnd: string;
  readonly insetBlockStart: string;
  readonly insetBlockEnd: string;
  readonly maxHeight: string;
}

const gap = 6;
const margin = 12;
/** A menu with less room than this looks for the other side. */
const narrow = 200;
const low = 320;

/** Where what a button opens stands: below and in line with it, or wherever there is more room. */
export function placeBeside(button: Box, window: Window, wanted: Align): Place {
  const room = { start: window.width - button.left, end: button.right };
  const other = wanted === "start" ? "end" : "start";
  const align = room[wanted] < narrow && room[other] > room[wanted] ? other : wanted;
  const below = window.height - button.bottom - gap - margin;
  const above = button.top - gap - margin;
  const downwards = below >= low || below >= above;
  const px = (length: number) => `${Math.max(length, margin)}px`;
  return {
    insetInlineStart: align === "start" ? px(button.left) : "auto",
    insetInlineEnd: align === "end" ? px(window.width - button.right) : "auto",
    insetBlockStart: downwards ? px(button.bottom + gap) : "auto",
    insetBlockEnd: downwards ? "auto" : px(window.height - button.top + gap),
    maxHeight: px(downwards ? below : above),
  };
}

/** Whether any of the button is in the window; one that is not displayed never is. */
export function inSight(button: Box, window: Window): boolean {
  return (
    button.right > 0 &&
    button.bottom > 0 &&
    button.left < window.width &&
    button.top < window.height
  );
}
