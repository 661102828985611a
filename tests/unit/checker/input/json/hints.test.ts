import { describe, expect, test } from "vitest";
import { checked, checker, person, refused, sixVeins } from "../../support";

const good = JSON.stringify(sixVeins(person("E1")));
const sheet = (text: string) =>
  `{"framework":"six-veins","policy":"classic","appraisals":[\n{"employee":"张三1","values":{"passion":${text}`;

/** Where reading stops. */
const HERE = "▶";

/** Text, and what to do about it in both languages. */
const slips: readonly (readonly [text: string, zh: string, en: string])[] = [
  [
    sheet(`{"rungs":["met","met",\n\n ▶]}}}]}`),
    "“]”前面多了一个逗号，请删去。",
    "There is a comma before “]”; remove it.",
  ],
  [
    sheet(`{"score":2},▶}}]}`),
    "“}”前面多了一个逗号，请删去。",
    "There is a comma before “}”; remove it.",
  ],
  [
    sheet(`{"rungs":["met",▶,"met"]}}}]}`),
    "这里多了一个逗号，请删去。",
    "There is one comma too many; remove it.",
  ],
  [
    sheet(`{"score":2 ▶"inDoubt":true}}}]}`),
    "这前面少了一个逗号。",
    "A comma is missing before this.",
  ],
  [sheet(`{"score":▶}}}]}`), "冒号后面缺少内容。", "Nothing stands after the colon."],
  [
    `{▶'framework':"six-veins"}`,
    `JSON 只用双引号 "，请改过来。`,
    `JSON has double quotes (") only; write them instead.`,
  ],
  [
    sheet(`{"rungs":[▶'met']}}}]}`),
    `JSON 只用双引号 "，请改过来。`,
    `JSON has double quotes (") only; write them instead.`,
  ],
  [
    `{"framework":"six-veins",\n  ▶// ours\n "policy":"classic"}`,
    "JSON 里不能写注释，请删去。",
    "JSON has no comments; remove it.",
  ],
  [`▶/* ours */ ${good}`, "JSON 里不能写注释，请删去。", "JSON has no comments; remove it."],
  [
    sheet(`{"score":2} ▶# half\n}}]}`),
    "JSON 里不能写注释，请删去。",
    "JSON has no comments; remove it.",
  ],
  [
    `{"framework"▶：“six-veins”}`,
    "这是中文标点，请改成英文的 :。",
    "Write : instead, as on an English keyboard.",
  ],
  [
    `{"framework":▶“six-veins”}`,
    `这是中文标点，请改成英文的 "。`,
    `Write " instead, as on an English keyboard.`,
  ],
  [
    sheet(`{"justification":"first▶\nsecond"}}}]}`),
    `文字要在同一行里用双引号 " 结束；换行写作 \\n。`,
    `A text has to be closed with " on its line; a line break in it is written \\n.`,
  ],
  [
    `{"framework":▶\u00a0"six-veins"}`,
    "这里有看不见的字符，请删去。",
    "This character is invisible; remove it.",
  ],
  [
    `{\n ▶framework: "six-veins"}`,
    `名称要写在双引号 " 里。`,
    `Names must be in double quotes (").`,
  ],
  [`{"framework": ▶six-veins}`, `文字要写在双引号 " 里。`, `Text must be in double quotes (").`],
  [sheet(`{"inDoubt":▶tru}}}]}`), `文字要写在双引号 " 里。`, `Text must be in double quotes (").`],
  [sheet(`{"score":▶.5}}}]}`), "小数点前面要有数字，如 0.5。", "as in 0.5."],
  [
    `{"appraisals":[{"employee":0▶07}]}`,
    `数字不能以 0 开头；工号是文字，要写在双引号 " 里。`,
    `A number cannot begin with 0; an employee number is text and must be in double quotes (").`,
  ],
  [
    `${good}\n▶${good}`,
    "整个对象在这前面已经结束，一个文件只能有一个对象。",
    "The object is complete before this; a file holds one object only.",
  ],
];

describe("JSON written by hand: where it stops and what to do", () => {
  test.each(slips)("%j", async (marked, zh, en) => {
    const lines = marked.slice(0, marked.indexOf(HERE)).split("\n");
    const [line, column] = [lines.length, (lines.at(-1) ?? "").length + 1];
    const text = marked.replace(HERE, "");
    const [chinese, ...more] = await refused(text, ["--lang", "zh"]);
    expect(more).toEqual([]);
    expect(chinese).toMatch(new RegExp(`^第 ${line} 行第 ${column} 列[（：]`));
    expect(chinese?.endsWith(zh)).toBe(true);
    const [english] = await refused(text);
    expect(english).toMatch(new RegExp(`^line ${line}, column ${column}[ :]`));
    expect(english?.endsWith(en)).toBe(true);
  });

  test("a sign nobody can see is named by its code", async () => {
    expect((await refused(`{"framework":\u3000"six-veins"}`))[0]).toContain("“U+3000”");
    expect((await refused(sheet(`{"justification":"a\nb"}}}]}`)))[0]).toContain("“U+000A”");
  });

  test("what stands inside a text is no slip", async () => {
    const text = "a,] 'b' // c ： “d” #";
    const one = { rungs: ["met"], cases: [{ rung: 1, kind: "supports", title: text }] };
    expect((await checked(sixVeins(person("E1", { passion: one })))).printed.results).toHaveLength(
      1,
    );
  });
});

describe("a byte-order mark", () => {
  test("at the start is passed over, and the columns count without it", async () => {
    expect((await checked(`\ufeff${good}`)).code).toBe(0);
    expect((await refused(`\ufeff{'a':1}`))[0]).toMatch(/^line 1, column 2: /);
  });

  test("in the middle, where two files were joined, is named", async () => {
    const [line] = await refused(`{"framework":\ufeff"six-veins"}`);
    expect(line).toBe(
      "line 1, column 14 (framework): not valid JSON: “U+FEFF” cannot stand here.This character is invisible; remove it.",
    );
  });

  test.each(["utf16le", "latin1"] as const)("of %s tells the encoding", async (encoding) => {
    const text = encoding === "latin1" ? good.replace("E1", "Zoë") : `\ufeff${good}`;
    const { code, stdout, lines } = await checker(["in.json"], {
      files: { "in.json": Buffer.from(text, encoding) },
    });
    expect([code, stdout, lines.length]).toEqual([2, "", 1]);
    expect(lines[0]).toContain("the text is not UTF-8; save it as UTF-8 and check again.");
  });
});
