// What is installed, by the lists npm itself keeps: no stamp of ours that could say otherwise.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { modules, root } from "./place.mjs";

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Entry
 * @typedef {Record<string, Entry>} Packages
 * @typedef {"serve" | "build"} Purpose serving what was built, or everything else too
 */

/** @param {Packages} wanted @param {Packages} installed @param {Purpose} purpose */
export function missingPackages(wanted, installed, purpose) {
  const needed = Object.entries(wanted).filter(
    ([place, { dev, optional, devOptional }]) =>
      place !== "" && !optional && !devOptional && (purpose === "build" || !dev),
  );
  return needed
    .filter(([place, { version }]) => installed[place]?.version !== version)
    .map(([place]) => place.replace(/^.*node_modules\//, ""));
}

/** Somebody left the development packages out on purpose (`npm ci --omit=dev`). @param {Packages} installed */
export function isLean(installed) {
  const entries = Object.values(installed);
  return entries.length > 0 && !entries.some(({ dev }) => dev);
}

/** @param {string} file @returns {Packages} */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/**
 * Binaries of this platform are optional packages of those that need them; the one of esbuild stands for all.
 * @param {Packages} installed
 */
function missingBinaries(installed) {
  const name = `@esbuild/${process.platform}-${process.arch}`;
  return "node_modules/esbuild" in installed && !existsSync(path.join(modules, name)) ? [name] : [];
}

/** @param {Purpose} purpose */
export function lookAtPackages(purpose) {
  const wanted = packagesOf(path.join(root, "package-lock.json"));
  const installed = packagesOf(path.join(modules, ".package-lock.json"));
  const missing = missingPackages(wanted, installed, purpose);
  return { missing: [...missing, ...missingBinaries(installed)], lean: isLean(installed) };
}
