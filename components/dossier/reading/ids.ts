/** What the keys of a reading room press. */
export const readingIds = {
  previous: "reading-previous",
  next: "reading-next",
  return: "reading-return",
  undo: "undo-decision",
} as const;
