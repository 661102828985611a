import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { classicBefore } from "../../support/documents";
import { checker, folder, person, refused, sixVeins } from "./support";

const files = { "in.json": JSON.stringify(sixVeins(person("E1"))) };

describe("--out that cannot be written", () => {
  test("a folder is said to be one, and no unfinished result stays behind", async () => {
    const here = folder();
    mkdirSync(path.join(here, "made"));
    const { code, lines } = await checker(["in.json", "--out", "made"], { files, inFolder: here });
    expect(code).toBe(2);
    expect(lines).toEqual([`${path.join(here, "made")}: this is a folder, not a file.`]);
    expect(readdirSync(here).sort()).toEqual(["in.json", "made"]);
  });
});

describe("a file and an option that name the same rules", () => {
  const classic = classicBefore;
  const withPolicy = (policy: unknown) =>
    checker(["in.json", "--policy", "own.json"], {
      files: { ...files, "own.json": JSON.stringify(policy) },
    });

  test("the same document is no contradiction", async () => {
    expect((await withPolicy(classic)).code).toBe(0);
  });

  test("another document under the same key is never passed over in silence", async () => {
    const { code, stdout, lines } = await withPolicy({ ...classic, edition: "our own" });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(lines).toEqual([
      "--policy: the file says classic too, but not the same document; give one another key, or leave one out.",
    ]);
  });
});

test("the faults of an option's document stand under the option", async () => {
  const own = { ...classicBefore, bands: [] };
  const { code, lines } = await checker(["in.json", "--policy", "own.json"], {
    files: { ...files, "own.json": JSON.stringify(own) },
  });
  expect(code).toBe(2);
  expect(lines[0]).toBe("--policy: bands: needs at least 1 entry.");
});

test("a CSV of one endless line is refused in a sentence", async () => {
  const run = async (text: string) =>
    (await checker(["in.csv"], { files: { "in.csv": text } })).lines;
  const endless = "x".repeat(12_000_000);
  const line = "longer than 1000000 characters; most likely a quotation mark is not closed.";
  expect(await run(endless)).toEqual([`row 1: ${line}`]);
  expect(await run(`Employee,Value,Score\n${endless}`)).toEqual([`row 2: ${line}`]);
});

describe("shapes of JSON", () => {
  test("a number alone is complete JSON, but no input", async () => {
    expect(await refused("5")).toEqual([
      "The file should be one object {…} with framework, policy and appraisals.",
    ]);
  });

  test("values that are no object are called by their name", async () => {
    expect(await refused(sixVeins({ employee: "E1", values: 3 }))).toEqual([
      "appraisals[0].values: must be an object {…}, but is a number.",
    ]);
  });

  test.each([
    ["employee", { employee: " \u3000", values: {} }],
    ["manager", { employee: "E1", manager: " ", values: {} }],
    [
      "values.passion.cases[0].title",
      person("E1", {
        passion: { rungs: ["met"], cases: [{ rung: 1, kind: "supports", title: " " }] },
      }),
    ],
  ])("blanks alone are no %s", async (place, appraisal) => {
    expect(await refused(sixVeins(appraisal))).toEqual([
      `appraisals[0].${place}: must not be empty.`,
    ]);
  });
});
