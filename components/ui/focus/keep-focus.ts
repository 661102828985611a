import { firstControlIn, focusHeading } from "./focusable";

/**
 * Wherever the focused element is taken out of the page, the browser leaves the focus at the body, and whoever works by
 * keyboard or listens begins again at the top. Here it goes to what now stands in its place: the next row, the row before
 * the last, the heading of a list that became empty, the heading of the next page. Who was typing does not press what comes next: from a
 * text field it goes to the heading. Gives what ends the watch.
 */
export function keepFocus(): () => void {
  // Somebody may have gone to a link before the scripts were there.
  let last: Element | null = isNowhere() ? null : document.activeElement;
  const remember = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null;
  };
  const forgetIfLeft = () => {
    // A press on an empty place leaves the focus nowhere on purpose.
    setTimeout(() => {
      if (last?.isConnected === true && isNowhere()) last = null;
    });
  };
  const observer = new MutationObserver((records) => {
    if (last === null || last.isConnected || !isNowhere()) return;
    const lost = last;
    last = null;
    focusInstead(records, lost);
  });
  document.addEventListener("focusin", remember);
  document.addEventListener("focusout", forgetIfLeft);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", remember);
    document.removeEventListener("focusout", forgetIfLeft);
    observer.disconnect();
  };
}

const textFields = "textarea, [contenteditable=true], input:not([type=checkbox], [type=radio])";

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function focusInstead(records: readonly MutationRecord[], lost: Element): void {
  const removal = removalOf(records, lost);
  const main = document.querySelector("main") ?? document.body;
  if (removal === null || removal.parent.matches("body, main")) {
    focusHeading(main);
    return;
  }
  const { parent, before } = removal;
  if (lost.matches(textFields)) {
    focusHeading(parent);
    return;
  }
  const here = before === null ? parent.firstElementChild : before.nextElementSibling;
  const around = before !== null && before.parentElement !== parent ? [] : [here, before];
  const next = around
    .map((element) => (element === null ? null : firstControlIn(element)))
    .find((control) => control !== null);
  if (next === undefined) focusHeading(parent);
  else next.focus();
}

interface Removal {
  readonly parent: Element;
  readonly before: Element | null;
}

/** Where it, or what it stood in, was taken out of what is still there. */
function removalOf(records: readonly MutationRecord[], lost: Node): Removal | null {
  let gone = lost;
  for (const { removedNodes, target, previousSibling } of records) {
    if (![...removedNodes].some((node) => node.contains(gone))) continue;
    if (target.isConnected)
      return target instanceof Element
        ? { parent: target, before: elementAtOrBefore(previousSibling) }
        : null;
    gone = target;
  }
  return null;
}

function elementAtOrBefore(node: Node | null): Element | null {
  for (let at = node; at !== null; at = at.previousSibling) if (at instanceof Element) return at;
  return null;
}
