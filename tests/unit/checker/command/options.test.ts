import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { languageOf, nearest } from "@/scripts/checker/words";
import { checker, person, sixVeins } from "../support";

const files = { "in.json": JSON.stringify(sixVeins(person("E001"))) };

describe("what the command line does not understand: exit 2 and a hint", () => {
  test.each([
    [["--formt", "table"], "There is no option “--formt”. Did you mean “--format”? See --help."],
    [["-x"], "There is no option “-x”. See --help."],
    [
      ["in.json", "--format", "pdf"],
      "--format cannot be “pdf”; it can be: json table csv xlsx. See --help.",
    ],
    [["in.json", "--lang", "fr"], "--lang cannot be “fr”; it can be: zh en. See --help."],
    [
      ["--schema", "cycle"],
      "--schema cannot be “cycle”; it can be: framework policy input. See --help.",
    ],
    [["in.json", "--format"], "Option “--format” needs a value after it. See --help."],
    [["in.json", "--list=yes"], "Option “--list” takes no value. See --help."],
    [["in.json", "--seed", "a", "--seed", "b"], "Option “--seed” is given twice. See --help."],
    [
      ["a.json", "b.json"],
      "One file is checked at a time; these were given: a.json b.json. See --help.",
    ],
    [["in.json", "--format", "xlsx"], "--format xlsx needs --out with the file to write."],
    [["--template", "t.csv"], "The name of the template must end in .xlsx."],
    [[], "No file to check was given. See --help."],
  ])("%j", async (args, line) => {
    const { code, stdout, lines } = await checker(args, { files });
    expect([code, stdout, lines]).toEqual([2, "", [line]]);
  });

  test("says it in the language asked for", async () => {
    const { lines } = await checker(["--lang", "zh", "--formt", "x"]);
    expect(lines).toEqual(["没有选项“--formt”。是不是“--format”？用 --help 查看说明。"]);
  });
});

describe("an option and its value, joined or apart, before or behind the file", () => {
  const lines = async (args: readonly string[]) => {
    const {
      code,
      stdout,
      lines: reported,
    } = await checker(args, {
      files,
      environment: { LANG: "zh_CN" },
    });
    return { code, stdout, reported };
  };

  test.each([
    [["--format=table", "--lang=en", "in.json"]],
    [["in.json", "--format=table", "--lang=en"]],
    [["--lang=en", "in.json", "--format", "table"]],
    [["--format", "table", "--lang", "en", "--", "in.json"]],
  ])("%j", async (args) => {
    const { code, stdout } = await lines(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^No\. /);
  });

  test("--out= says the format by its ending", async () => {
    const run = await checker(
      ["--out=made.csv", "in.json", "--seed=a=b", "--framework=six-veins"],
      {
        files,
      },
    );
    expect([run.code, run.stdout]).toEqual([0, ""]);
    expect(readFileSync(path.join(run.folder, "made.csv"), "utf8")).toContain("E001");
    const seeded = await checker(["in.json", "--seed=a=b"], { files });
    expect(JSON.parse(seeded.stdout)).toMatchObject({ summary: { sample: { seed: "a=b" } } });
  });

  test.each([
    [["--lang=en", "missing.json"], /missing\.json: no such file\.$/],
    [["missing.json", "--lang=en"], /missing\.json: no such file\.$/],
    [["missing.json", "--lang", "en"], /missing\.json: no such file\.$/],
    [["--lang=en", "--template=no/folder/t.xlsx"], /does not exist; create it first\.$/],
    [["--lang=en", "in.json", "--formt=x"], /^There is no option “--formt”\./],
    [["--formt=x", "--lang=en"], /^There is no option “--formt”\./],
    // No language is asked for: a file of that name, a seed of that name.
    [["en"], /：文件不存在。$/],
    [["missing.json", "--seed", "--lang=en"], /^Option “--seed” needs a value after it\./],
    [["--seed", "--", "en"], /^选项“--seed”后面要写一个值。/],
    [["--", "--lang=en"], /--lang=en：文件不存在。$/],
  ])("the language of what is refused: %j", async (args, line) => {
    const { code, stdout, reported } = await lines(args);
    expect([code, stdout, reported.length]).toEqual([2, "", 1]);
    expect(reported[0]).toMatch(line);
  });

  test.each([
    [["in.json", "--out", "--lang", "en"], "--out"],
    [["in.json", "--out=", "--lang=en"], "--out"],
    [["in.json", "--format", "--lang=en"], "--format"],
  ])("a value that was forgotten is asked for: %j", async (args, name) => {
    const { lines: reported, folder: here } = await checker(args, { files });
    expect(reported).toEqual([`Option “${name}” needs a value after it. See --help.`]);
    expect(readdirSync(here)).toEqual(["in.json"]);
  });
});

describe("the language", () => {
  test.each([
    [{}, "zh"],
    [{ LANG: "C.UTF-8" }, "zh"],
    [{ LANG: "en_US.UTF-8" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "zh_CN.UTF-8" }, "zh"],
    [{ LC_ALL: "", LC_MESSAGES: "en_GB" }, "en"],
  ])("%j → %s", (environment, language) => {
    expect(languageOf(environment)).toBe(language);
  });
});

describe("help and lists", () => {
  test.each(["zh", "en"])(
    "help in %s names every option, exit code, preset and column",
    async (lang) => {
      const { code, stdout } = await checker(["--help", "--lang", lang]);
      const words =
        "--format --out --lang --framework --policy --seed --template --list --schema --version";
      const rest =
        "six-veins nine-swords go-getter classic manual-2006 customer-first 工号 Level met";
      for (const word of `${words} ${rest}`.split(" ")) expect(stdout).toContain(word);
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/[{]presets[}]/);
    },
  );

  test.each(["zh", "en"])("the example in the help runs as it stands (%s)", async (lang) => {
    const { stdout } = await checker(["--help", "--lang", lang]);
    const example = /^ {2}(\{"framework": "go-getter"[\s\S]*?\}\}\}\]\})$/m.exec(stdout)?.[1] ?? "";
    const run = await checker(["x.json", "--format", "table", "--lang", lang], {
      files: { "x.json": example },
    });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain("E001");
  });

  test.each([
    ["zh", "每人一行，各项价值观各占一列"],
    ["en", "One row per person, the values as columns"],
  ])("the help shows both layouts of a sheet (%s)", async (lang, text) => {
    expect((await checker(["--help", "--lang", lang])).stdout).toContain(text);
  });

  test("version, list, schemas", async () => {
    expect((await checker(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await checker(["--list"])).stdout).toContain("huawei");
    for (const name of ["framework", "policy", "input"]) {
      const { stdout } = await checker(["--schema", name]);
      expect(JSON.parse(stdout)).toMatchObject({ type: "object" });
    }
  });

  test("the nearest word is only offered when it is near", () => {
    expect(nearest("clasic", ["classic", "manual-2006"])).toBe("classic");
    expect(nearest("something-else", ["classic", "manual-2006"])).toBeNull();
  });
});
