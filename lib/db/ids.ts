import { createHash } from "node:crypto";

/** The same UUID for the same name, so that a seed or a preset is the same thing in every installation. */
export function stableId(...name: readonly (string | number)[]): string {
  const hex = createHash("sha256").update(name.join(" ")).digest("hex");
  const variant = "89ab"[parseInt(hex.charAt(16), 16) % 4] ?? "8";
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
