// `npm run lock`: names in package-lock.json the binaries of other platforms that npm left out.
//
// A registry mirror that lacks some platform's package (seen: darwin builds of @swc/core) makes
// `npm install` drop it from the lock without a word, and `npm ci` then refuses the lock everywhere.
// Such an entry needs no more than its version: npm skips it here and fetches it where it fits.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

/** @param {string} name */
function platformOf(name) {
  const words = name.split("/").at(-1)?.split("-") ?? [];
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  return { ...(cpu.length > 0 && { cpu }), ...(os.length > 0 && { os }) };
}

/**
 * Where npm would put a dependency that nobody has yet: the nearest folder that resolves it counts.
 * @param {Record<string, object>} packages @param {string} from @param {string} name
 */
function isThere(packages, from, name) {
  const parts = from.split("/node_modules/");
  for (let depth = parts.length; depth > 0; depth -= 1) {
    if (packages[`${parts.slice(0, depth).join("/node_modules/")}/node_modules/${name}`])
      return true;
  }
  return Boolean(packages[`node_modules/${name}`]);
}

/** @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> | undefined }> }} lock */
export function missingPlatforms(lock) {
  return Object.entries(lock.packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isThere(lock.packages, from, name))
      .map(([name, version]) => ({ name, version })),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL("../package-lock.json", import.meta.url);
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingPlatforms(lock);
  for (const { name, version } of missing) {
    if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) throw new Error(`${name}: ${version} is a range`);
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
  }
  const order = ([a], [b]) => (a < b ? -1 : 1);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(order));
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} entries added`);
}
