const fields =
  "input:not([type=hidden], :disabled), select:not(:disabled), textarea:not(:disabled)";
const controls = `a[href], button:not(:disabled), summary, [tabindex]:not([tabindex="-1"]), ${fields}`;

function firstIn(place: Element, selector: string): HTMLElement | null {
  const found = [
    ...(place.matches(selector) ? [place] : []),
    ...place.querySelectorAll<HTMLElement>(selector),
  ];
  const shown = found.find((element) => element.checkVisibility());
  return shown instanceof HTMLElement ? shown : null;
}

export function firstFieldIn(place: Element): HTMLElement | null {
  return firstIn(place, fields);
}

export function firstControlIn(place: Element): HTMLElement | null {
  return firstIn(place, controls);
}

/** The heading of what this stands in, or of what that stands in. */
function headingAround(place: Element): HTMLElement | null {
  for (let around: Element | null = place; around !== null; around = around.parentElement) {
    const heading = firstIn(around, "h1, h2, h3, h4");
    if (heading !== null) return heading;
  }
  return null;
}

/**
 * For what is read rather than pressed; a page that is still on its way takes the focus as a whole. Nothing moves under the
 * reader's eyes.
 */
export function focusHeading(place: Element): void {
  const heading = headingAround(place) ?? document.querySelector<HTMLElement>("main");
  if (heading === null) return;
  if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** For what the press that is being answered brings to the page. */
export function focusWhenThere(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
