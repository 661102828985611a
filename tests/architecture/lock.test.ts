import { expect, test } from "vitest";
import { z } from "zod";
import { missingPlatforms } from "../../scripts/complete-lock.mjs";
import { read } from "./law/source";

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      resolved: z.string().optional(),
    }),
  ),
});

test("the lock file says what is installed, not from where: everybody has a registry of their own", () => {
  const { packages } = lockFile.parse(JSON.parse(read("package-lock.json").text));
  expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
  expect(read(".npmrc").text).toContain("omit-lockfile-registry-resolved=true");
  expect(read(".npmrc").text).not.toMatch(/registry *=/);
});

test("the lock file names every platform's binaries (else: npm run lock)", () => {
  expect(missingPlatforms(lockFile.parse(JSON.parse(read("package-lock.json").text)))).toEqual([]);
});

test("a dropped platform is seen, one nested elsewhere is not missed", () => {
  const packages = {
    "node_modules/a": { optionalDependencies: { "a-darwin": "1.0.0", "a-linux": "1.0.0" } },
    "node_modules/a/node_modules/a-linux": {},
  };
  expect(missingPlatforms({ packages })).toEqual([{ name: "a-darwin", version: "1.0.0" }]);
});
