"use client";
import { useEffect } from "react";
import { keepFocus } from "./keep-focus";

/** Stands once in the shell, for every page. */
export function FocusKeeper() {
  useEffect(keepFocus, []);
  return null;
}
