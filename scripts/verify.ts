import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { root } from "./root";
import { build } from "./serve/build";
import { explain, Refusal, runEntry, say, step } from "./terminal";
import { prepareBrowser } from "./verify/browser";
import { playwrightCounts, vitestCounts } from "./verify/counts";
import { node, type Counts } from "./verify/run";
import { checkSizes } from "./verify/sizes";

// `npm test` runs every step, `npm test -- unit e2e` the named ones. A failing step is shown in full
// and the next ones run all the same. The last line is `N passed, N failed`.

type Check = (reports: string) => Promise<Counts>;

const one = (ok: boolean): Counts => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

function command(label: string, script: string, args: string[]): Check {
  return async () => {
    const { code, output } = await step(label, () => node(script, args));
    if (code !== 0) say(output);
    return one(code === 0);
  };
}

/** Types and lint read the route types Next makes; a clean checkout has none. */
function withRouteTypes(check: Check): Check {
  return async (reports) => {
    const { code, output } = await node("next/dist/bin/next", ["typegen"]);
    if (code === 0) return check(reports);
    say(output);
    return one(false);
  };
}

function vitest(project: string): Check {
  return async (reports) => {
    const file = path.join(reports, `${project}.json`);
    const args = ["run", "--project", project, "--reporter=default", "--reporter=json"];
    const { code, output } = await step(project, () =>
      node("vitest/vitest.mjs", [...args, `--outputFile.json=${file}`], {
        env: { TZ: "Pacific/Chatham", NO_COLOR: "1" },
      }),
    );
    if (code !== 0) say(output);
    return vitestCounts(file, code);
  };
}

/** With the sizes of what it made. */
async function productionBuild(): Promise<Counts> {
  await build(process.env);
  return checkSizes(path.join(root, ".next"));
}

async function browser(reports: string): Promise<Counts> {
  if (!(await prepareBrowser())) return one(false);
  const file = path.join(reports, "e2e.json");
  const { code } = await step("e2e", () =>
    node("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, CI: "true" },
      show: true,
    }),
  );
  return playwrightCounts(file, code);
}

const checks: Record<string, Check> = {
  types: withRouteTypes(command("types", "typescript/bin/tsc", ["--noEmit"])),
  lint: withRouteTypes(command("lint", "eslint/bin/eslint.js", [".", "--max-warnings=0"])),
  format: command("format", "prettier/bin/prettier.cjs", ["--check", "--log-level=warn", "."]),
  // Files, exports and packages nobody uses.
  dead: command("dead code", "knip/bin/knip.js", ["--no-progress"]),
  architecture: vitest("architecture"),
  unit: vitest("unit"),
  integration: vitest("integration"),
  build: productionBuild,
  e2e: browser,
};

function chosen(): [string, Check][] {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in checks));
  if (unknown) {
    const names = Object.keys(checks).join(" ");
    throw new Refusal(
      `没有“${unknown}”这一步；可选：${names}`,
      `No step "${unknown}"; steps: ${names}`,
    );
  }
  // The browser tests look at what is built: never at yesterday's.
  const wanted = asked.includes("e2e") ? [...asked, "build"] : asked;
  return Object.entries(checks).filter(([name]) => wanted.length === 0 || wanted.includes(name));
}

async function attempt(name: string, check: Check, reports: string): Promise<Counts> {
  try {
    return await check(reports);
  } catch (error) {
    say(`${name}: ${explain(error)}`);
    return one(false);
  }
}

runEntry(async () => {
  const steps = chosen();
  const reports = await mkdtemp(path.join(os.tmpdir(), "tongguan-reports-"));
  const total: Counts = { passed: 0, failed: 0 };
  const broken: string[] = [];
  for (const [name, check] of steps) {
    const counts = await attempt(name, check, reports);
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (counts.failed > 0) broken.push(`${name} (${counts.failed})`);
  }
  await rm(reports, { recursive: true, force: true });
  if (broken.length > 0) say(`\nfailed: ${broken.join(", ")}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
  say(`${total.passed} passed, ${total.failed} failed`);
});
