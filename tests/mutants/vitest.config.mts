import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");

// Only what the rules need: a mutant must not have to wait for the rest of the house.
export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    testTimeout: 60_000,
    include: (process.env["MUTANT_TESTS"] ?? "tests/unit/scoring/**/*.test.ts").split(" "),
    setupFiles: ["tests/support/setup/quiet-console.ts"],
  },
});
