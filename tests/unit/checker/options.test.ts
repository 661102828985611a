import { describe, expect, test } from "vitest";
import { languageOf, nearest } from "@/scripts/score/words";
import { checker, person, sixVeins } from "./support";

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
    [["--template", "t.csv"], "The name of the template has to end in .xlsx."],
    [[], "No file to check is given. See --help."],
  ])("%j", async (args, line) => {
    const { code, stdout, lines } = await checker(args, { files });
    expect([code, stdout, lines]).toEqual([2, "", [line]]);
  });

  test("says it in the language asked for", async () => {
    const { lines } = await checker(["--lang", "zh", "--formt", "x"]);
    expect(lines).toEqual(["没有选项“--formt”。是不是“--format”？用 --help 查看说明。"]);
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
        "six-veins nine-swords go-getter classic manual-2006 customer-first 工号 Rung met";
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
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("E001");
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
