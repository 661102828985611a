import { describe, expect, test } from "vitest";
import { isLean, missingPackages } from "../../../scripts/launch/packages.mjs";

const wanted = {
  "": { version: "0.1.0" },
  "node_modules/next": { version: "2.0.0" },
  "node_modules/next/node_modules/postcss": { version: "1.0.0" },
  "node_modules/eslint": { version: "9.0.0", dev: true },
  "node_modules/@swc/linux": { version: "1.0.0", optional: true },
  "node_modules/playwright": { version: "1.0.0", devOptional: true },
};
const lean = {
  "node_modules/next": { version: "2.0.0" },
  "node_modules/next/node_modules/postcss": { version: "1.0.0" },
};
const whole = { ...lean, "node_modules/eslint": { version: "9.0.0", dev: true } };

describe("missingPackages", () => {
  test("serving needs no development package, building does", () => {
    expect(missingPackages(wanted, lean, "serve")).toEqual([]);
    expect(missingPackages(wanted, lean, "build")).toEqual(["eslint"]);
    expect(missingPackages(wanted, whole, "build")).toEqual([]);
  });

  test("another version is as good as none, one more does no harm", () => {
    const old = { ...lean, "node_modules/next": { version: "1.9.9" } };
    expect(missingPackages(wanted, old, "serve")).toEqual(["next"]);
    expect(missingPackages(wanted, { ...whole, "node_modules/more": {} }, "build")).toEqual([]);
  });

  test("nothing installed: everything is missing but what is optional", () => {
    expect(missingPackages(wanted, {}, "build")).toEqual(["next", "postcss", "eslint"]);
  });
});

test("lean is a folder of packages without a single one for development", () => {
  expect(isLean(lean)).toBe(true);
  expect(isLean(whole)).toBe(false);
  expect(isLean({})).toBe(false);
});
