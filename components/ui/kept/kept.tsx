"use client";
import {
  createContext,
  type ReactNode,
  type SyntheticEvent,
  useCallback,
  useContext,
  useEffect,
  useRef,
} from "react";
import { forgetAllKept, forgetKept, keepText, readKept } from "./store";

const OwnerContext = createContext<string | null>(null);

/** Whose texts are kept in this tab. Another person's, left behind by a session that ended by itself, go at once. */
export function KeptOwner({ owner, children }: { owner: string; children: ReactNode }) {
  useEffect(() => forgetAllKept(owner), [owner]);
  return <OwnerContext value={owner}>{children}</OwnerContext>;
}

/** Forgets the texts of a form once they were sent. */
export function useForgetKept(): (form: string) => void {
  const owner = useContext(OwnerContext);
  return useCallback((form) => owner !== null && forgetKept(owner, form), [owner]);
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface KeptProps {
  /** What is written and about what, e.g. the command and the sheet's id; null keeps nothing. */
  form: string | null;
  children: ReactNode;
}

/**
 * What is typed into the named text fields inside outlives a reload of the page and the closing of a dialog, in this tab
 * and for this person alone: docs/decisions/2026-11-30-typed-text-is-kept-in-the-tab.md.
 */
export function Kept({ form, children }: KeptProps) {
  const owner = useContext(OwnerContext);
  const box = useRef<HTMLDivElement>(null);
  const filled = useRef(new Set<string>());
  // After every change, as choosing one thing may bring the field of another.
  useEffect(() => {
    if (owner === null || form === null) return;
    const texts = readKept(owner, form);
    for (const control of controlsIn(box.current)) {
      const text = texts[control.name];
      if (filled.current.has(control.name)) continue;
      filled.current.add(control.name);
      if (text !== undefined && text !== control.value) fill(control, text);
    }
  });
  const keep = ({ target }: SyntheticEvent) => {
    if (owner !== null && form !== null && isKept(target))
      keepText(owner, form, target.name, target.value);
  };
  return (
    <div ref={box} className="contents" onInput={keep}>
      {children}
    </div>
  );
}

const textTypes: readonly string[] = ["text", "email", "date", "datetime-local", "month"];

function isKept(target: EventTarget): target is Control {
  if (target instanceof HTMLInputElement)
    return target.name !== "" && !target.readOnly && textTypes.includes(target.type);
  return (
    (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) &&
    target.name !== ""
  );
}

function controlsIn(box: HTMLElement | null): Control[] {
  return [...(box?.querySelectorAll("input, textarea, select") ?? [])].filter(isKept);
}

/** As if it had been typed: React overrides the property of the element, not of its kind. */
function fill(control: Control, text: string): void {
  const kind = Reflect.getPrototypeOf(control) ?? control;
  Object.getOwnPropertyDescriptor(kind, "value")?.set?.call(control, text);
  if (control.value !== text) return;
  for (const event of ["input", "change"])
    control.dispatchEvent(new Event(event, { bubbles: true }));
}
