/** Folders under lib/ that are services of the house, not domains. */
export const house = [
  "authz",
  "events",
  "db",
  "auth",
  "i18n",
  "errors",
  "commands",
  "tables",
] as const;

/** The closed vocabulary of a domain folder under lib/. */
export const vocabulary = [
  "schema",
  "types",
  "rules",
  "permissions",
  "format",
  "queries",
  "commands",
  "store",
  "jobs",
  "client",
] as const;

/** Where one file is not enough, a folder of the same name takes its place. */
const folders = ["rules", "queries", "commands"];

/** What only one domain has. */
const own: Readonly<Record<string, readonly string[]>> = {
  appraisal: ["stages", "standing", "change"],
};

const isLibrary = (domain: string) => domain === "scoring" || domain === "presets";
const isDomain = (domain: string) =>
  !isLibrary(domain) && !house.some((service) => service === domain);

/** Files in a domain folder of lib/ whose name is not in the vocabulary, folders with another name, a file beside its folder. */
export function foreignWords(files: readonly string[]): string[] {
  const there = new Set(files);
  return files.filter((file) => {
    const [top, domain = "", name = "", inner, deeper] = file.split("/");
    if (top !== "lib" || name === "" || !isDomain(domain)) return false;
    if (inner !== undefined) {
      const twice = there.has(`lib/${domain}/${name}.ts`);
      return twice || deeper !== undefined || !folders.includes(name) || !inner.endsWith(".ts");
    }
    return ![...vocabulary, ...(own[domain] ?? [])].some((word) => `${word}.ts` === name);
  });
}

export function looseInLib(files: readonly string[]): string[] {
  return files.filter((file) => /^lib\/[^/]+$/.test(file) && !/^lib\/(env|clock)\.ts$/.test(file));
}
