const itemsIn = (menu: HTMLElement) =>
  [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")].filter(
    (item) => item.getClientRects().length > 0 && item.ariaDisabled !== "true",
  );

function focus(item: HTMLElement | undefined): void {
  item?.focus({ preventScroll: true });
}

export function focusFirst(menu: HTMLElement): void {
  focus(itemsIn(menu)[0]);
}

function startingWith(items: readonly HTMLElement[], at: number, letter: string) {
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
    item.textContent.trim().toLowerCase().startsWith(letter.toLowerCase()),
  );
}

/** The keys of a menu as the ARIA practices have them; false for a key that is none of its own. */
export function moveInMenu(menu: HTMLElement, key: string): boolean {
  const items = itemsIn(menu);
  const at = items.findIndex((item) => item === document.activeElement);
  if (key === "ArrowDown") focus(items[(at + 1) % items.length]);
  else if (key === "ArrowUp") focus(items.at(at <= 0 ? -1 : at - 1));
  else if (key === "Home") focus(items[0]);
  else if (key === "End") focus(items.at(-1));
  else if (key === " ") items[at]?.click();
  else if (key.length === 1) focus(startingWith(items, at, key));
  else return false;
  return true;
}
