import { defineConfig, devices } from "@playwright/test";
import { launchOptions } from "./tests/support/setup/browser";

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/setup/site.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices["Desktop Chrome"],
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // Nothing moves, so that what is measured stands still.
    contextOptions: { reducedMotion: "reduce" },
    // Without pictures: drawing them for every step of every test costs more than the steps.
    trace: { mode: "retain-on-failure", screenshots: false },
    // An element that never comes is said to be missing, and does not hang the whole test.
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: launchOptions(),
  },
});
