import { describe, expect, test } from "vitest";
import { shortNames } from "@/scripts/checker/write/layout";
import { columnsOfScreen } from "@/scripts/checker/write/table";
import { clip, flow, padEnd, widthOf } from "@/scripts/checker/write/width";
import { checker, person, sixVeins } from "../support";

const worked = {
  rungs: ["met", "met", "met", "partly", "unmet"],
  cases: [
    { rung: 3, kind: "supports", title: "x" },
    { rung: 4, kind: "supports", title: "x" },
  ],
};
const two = sixVeins(
  { ...person("000123", { "customer-first": worked }), name: "张三" },
  { ...person("000124", { passion: {} }), name: "李小四" },
);

type Asked = {
  readonly input?: unknown;
  readonly lang?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly terminal?: boolean | number;
  readonly policy?: string;
};

/** The people of the table and what is shown below them, in lines. */
async function table(columns: number | null, asked: Asked = {}) {
  const { input = two, lang = "zh", terminal = false } = asked;
  const environment = asked.environment ?? (columns === null ? {} : { COLUMNS: String(columns) });
  const args = ["in.json", "--format=table", `--lang=${lang}`];
  const files = { "in.json": JSON.stringify(input) };
  const setting = { files, terminal, environment: { ...environment, NO_COLOR: "1" } };
  const { stdout } = await checker(args, setting);
  const [rows = "", legend = ""] = stdout.split("\n\n");
  return { stdout, rows: rows.split("\n"), legend: legend.split("\n") };
}

const at = (line: string | undefined, word: string) =>
  widthOf((line ?? "").slice(0, (line ?? "").indexOf(word)));

describe("the table fits the screen", () => {
  test("wide: whole names, aligned where Chinese characters take two columns", async () => {
    const { rows, stdout } = await table(120);
    expect(rows[0]).toMatch(/^工号 +姓名 +客户第一 {2}团队合作 .*总分 {2}等第/);
    expect(rows).toHaveLength(3);
    expect(at(rows[0], "等第")).toBe(at(rows[1], "不合格"));
    expect(at(rows[0], "姓名")).toBe(at(rows[2], "李小四"));
    expect(stdout).toContain("问题 000124 激情 第 3 级：未判断");
    expect(stdout).toContain("共 2 人，1 人有总分，1 人未评完。");
  });

  test("80 columns: short names with a legend below", async () => {
    const { rows, legend } = await table(80);
    expect(rows[0]).toMatch(/^工号 +姓名 +客户 {2}团队 {2}拥抱 {2}诚信 {2}激情 {2}敬业 {2}总分/);
    expect(rows[1]).toMatch(/^000123 +张三 +3\.5 +2 +2 +2 +2 +2 +13\.5 +不合格 +0$/);
    expect(legend).toEqual(["客户 = 客户第一  团队 = 团队合作  拥抱 = 拥抱变化"]);
  });

  test("narrow: the sums, then the values with their names, in as many lines as it takes", async () => {
    const { rows } = await table(40);
    expect(rows.slice(0, 4)).toEqual([
      "000123  张三",
      "  总分 13.5  等第 不合格  问题 0",
      "  客户第一 3.5  团队合作   2",
      "  拥抱变化   2  诚信   2  激情   2",
    ]);
    const { rows: wider } = await table(50);
    expect(wider[0]).toBe("000123  张三    总分 13.5  等第 不合格  问题 0");
  });

  const policies = ["classic", "manual-2006"];
  const sizes = [30, 40, 60, 72, 80, 100, 132];
  const asked = policies.flatMap((policy) =>
    ["zh", "en"].flatMap((lang) => sizes.map((columns) => ({ policy, lang, columns }))),
  );

  test.each(asked)("$columns columns, $policy, $lang", async ({ policy, lang, columns }) => {
    const input = { ...two, policy };
    const { rows, legend } = await table(columns, { input, lang });
    for (const line of [...rows, ...legend])
      if (!/[：:]/.test(line)) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    const text = rows.join(" ");
    for (const whole of ["000123", "000124", "张三", "李小四"]) expect(text).toContain(whole);
    expect(text.match(/(?<![\d.])3\.5(?![\d.])/g)).toHaveLength(1);
    expect(text.match(/(?<![\d.])13\.5(?![\d.])/g)).toHaveLength(1);
  });

  test("nine values of nine swords fit 80 columns in both languages", async () => {
    const input = {
      framework: "nine-swords",
      policy: "classic",
      appraisals: [{ employee: "E1", values: {} }],
    };
    for (const lang of ["zh", "en"]) {
      const { rows } = await table(80, { input, lang });
      expect(Math.max(...rows.map(widthOf))).toBeLessThanOrEqual(80);
      expect(rows).toHaveLength(2);
    }
  });
});

describe("an employee number is never cut", () => {
  const long = (end: string) => `${"E".repeat(63)}${end}`;

  test.each([40, 80, 132, 200])("%s columns", async (columns) => {
    const input = sixVeins(
      person(long("1")),
      person(long("2"), { passion: {} }),
      person(long("2")),
    );
    const { rows, stdout } = await table(columns, { input });
    expect(rows.filter((row) => row.startsWith(long("1")))).toHaveLength(1);
    expect(rows.filter((row) => row.startsWith(long("2")))).toHaveLength(2);
    expect(stdout).toContain(`问题 ${long("2")} 激情`);
    expect(stdout).toContain(`工号 ${long("2")} 重复出现`);
    expect(stdout).not.toContain("…");
  });

  test("a long name gives way where it shares a line", async () => {
    const name = "Bartholomew Featherstonehaugh III";
    const input = sixVeins({ ...person("E1"), name });
    expect((await table(120, { input })).rows[1]).toContain("Bartholomew Feather…");
    expect((await table(40, { input })).rows[0]).toBe(`E1  ${name}`);
  });
});

describe("how wide the screen is", () => {
  test("a terminal knows; elsewhere COLUMNS; else 80", async () => {
    const environment = { COLUMNS: "40" };
    expect((await table(null, { terminal: 120, environment })).rows[0]).toContain("客户第一");
    expect((await table(null, { terminal: 50, environment: {} })).rows[0]).toMatch(/^000123 /);
    expect((await table(null, { environment: {} })).rows[0]).toContain("客户  团队");
    expect((await table(40)).rows[0]).toBe("000123  张三");
  });

  test.each([
    [100, "40", 100],
    [0, "40", 40],
    [0, undefined, 80],
    [undefined, "", 80],
    [undefined, "wide", 80],
    [undefined, "-5", 80],
    [undefined, "1", 20],
    [undefined, "99999", 10_000],
  ])("%s and %s: %s", (terminal, stated, columns) => {
    expect(columnsOfScreen(terminal, stated)).toBe(columns);
  });
});

describe("pieces of a table", () => {
  test("widths", () => {
    expect(widthOf("客户 A1")).toBe(7);
    expect(widthOf("e\u0301")).toBe(1);
    expect(padEnd("价值", 6)).toBe("价值  ");
    expect(clip("价值观考核", 6)).toBe("价值…");
    expect(clip("价值观", 6)).toBe("价值观");
  });

  test("short names tell the values apart", () => {
    expect(shortNames(["客户第一", "诚信"])).toEqual(["客户", "诚信"]);
    expect(shortNames(["客户第一", "客户体验"])).toEqual(["客户第", "客户体"]);
    expect(shortNames(["Customer First", "Team", "Teams"])).toEqual(["Custo", "Team", "Teams"]);
    expect(shortNames(["same", "same"])).toEqual(["same", "same"]);
    expect(shortNames(["Be a Better Self"])).toEqual(["Be a"]);
  });

  test("a flow breaks between pieces only", () => {
    expect(flow(["aa", "bb", "cc"], 8, "  ")).toEqual(["  aa  bb", "  cc"]);
    expect(flow(["much too long", "b"], 8, "  ")).toEqual(["  much too long", "  b"]);
    expect(flow([], 8, "")).toEqual([]);
  });
});
