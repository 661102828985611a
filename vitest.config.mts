import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

// Far from every zone the application cares about, with a half-hour-odd offset and summer time.
process.env["TZ"] = "Pacific/Chatham";

const shared = {
  resolve: {
    alias: {
      "@": root,
      "server-only": path.join(root, "tests/support/setup/empty.ts"),
    },
  },
};

export default defineConfig({
  ...shared,
  test: {
    passWithNoTests: true,
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/setup/quiet-console.ts"],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...shared,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          setupFiles: ["tests/support/setup/quiet-console.ts"],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...shared,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/setup/postgres.ts"],
          setupFiles: ["tests/support/setup/quiet-console.ts", "tests/support/setup/database.ts"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
