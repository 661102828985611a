"use client";
import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  type SyntheticEvent,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "../actions/button";
import { forgetAllKept, forgetKept, keepAll, keepText, readKept } from "./store";

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

/** Reads the texts of any form; nothing where nobody is signed in. */
export function useReadKept(): (form: string) => Readonly<Record<string, string>> {
  const owner = useContext(OwnerContext);
  return useCallback((form) => (owner === null ? {} : readKept(owner, form)), [owner]);
}

export interface KeptBox {
  readonly read: () => Readonly<Record<string, string>>;
  readonly write: (texts: Readonly<Record<string, string>>) => void;
}

/** For what keeps its texts by itself. Null where nobody is signed in, and for no form. */
export function useKeptBox(form: string | null): KeptBox | null {
  const owner = useContext(OwnerContext);
  return useMemo(
    () =>
      owner === null || form === null
        ? null
        : {
            read: () => readKept(owner, form),
            write: (texts) => keepAll(owner, form, texts),
          },
    [owner, form],
  );
}

/** Says where the texts come from, and takes them away again. */
function RestoredNotice({ onClear }: { onClear: () => void }) {
  const text = useTranslations("common.kept");
  return (
    <p role="status" className="no-print flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
      {text("restored")}
      <Button size="sm" variant="quiet" onClick={onClear}>
        {text("clear")}
      </Button>
    </p>
  );
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
  /** What stood in each field before. */
  const filled = useRef(new Map<string, string>());
  const [restored, setRestored] = useState(false);
  const restore = () => {
    if (owner === null || form === null) return;
    const texts = readKept(owner, form);
    for (const control of controlsIn(box.current)) {
      const name = nameOf(control);
      const text = texts[name];
      if (filled.current.has(name)) continue;
      const first = firstValueOf(control);
      // A text the page shares with its dialog stands there already; a choice or a date that is as given was never typed.
      const shared = text === first && control instanceof HTMLTextAreaElement;
      filled.current.set(name, shared ? "" : first);
      if (text === undefined || text === "" || (text === first && !shared)) continue;
      setRestored(true);
      if (shared) continue;
      // After a reload the browser may have put the text back itself, unseen by React.
      if (control.value === text) fill(control, first);
      fill(control, text);
    }
  };
  // After every change, as choosing one thing may bring the field of another.
  useEffect(() => restore());
  const clear = () => {
    const controls = controlsIn(box.current);
    for (const control of controls) fill(control, filled.current.get(nameOf(control)) ?? "");
    if (owner !== null && form !== null) forgetKept(owner, form);
    setRestored(false);
    controls[0]?.focus();
  };
  const keep = ({ target }: SyntheticEvent) => {
    if (owner !== null && form !== null && isKept(target))
      keepText(owner, form, nameOf(target), target.value);
  };
  return (
    <div ref={box} className="contents" onInput={keep}>
      {restored ? <RestoredNotice onClear={clear} /> : null}
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

/** What its text is kept under: its name, or another where that changes while something is typed. */
function nameOf(control: Control): string {
  return control.dataset["kept"] ?? control.name;
}

/** What the page itself gave the field. */
function firstValueOf(control: Control): string {
  return control instanceof HTMLSelectElement ? control.value : control.defaultValue;
}

/** As if it had been typed: React overrides the property of the element, not of its kind. */
function fill(control: Control, text: string): void {
  const kind = Reflect.getPrototypeOf(control) ?? control;
  Object.getOwnPropertyDescriptor(kind, "value")?.set?.call(control, text);
  if (control.value !== text) return;
  for (const event of ["input", "change"])
    control.dispatchEvent(new Event(event, { bubbles: true }));
}
