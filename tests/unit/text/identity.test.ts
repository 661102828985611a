import { describe, expect, test } from "vitest";
import { isPlainNumber, isPlainText, turnsAround, withoutTurning } from "@/lib/text/characters";
import { emailKey, identityKey, numberAsWritten, withoutZeros } from "@/lib/text/identity";

describe("spellings of one number", () => {
  test.each([
    ["０１０４７２", "010472"],
    ["0104\u200b72", "010472"],
    ["\ufeff010472", "010472"],
    ["010472\t", "010472"],
    ["01 04 72", "010472"],
    ["010472\u3000", "010472"],
    ["A20001", "a20001"],
    ["Ａ２０００１", "a20001"],
    ["a\u00ad2\u2060000\u200d1", "a20001"],
    ["ÄB-1", "äb-1"],
    ["ЩИТ-9", "щит-9"],
    ["①2", "12"],
  ])("%j is %s", (written, key) => {
    expect(identityKey(written)).toBe(key);
  });

  test.each([
    ["010472", "10472"],
    ["010472", "010473"],
    ["A-1", "A1"],
    ["A1", "B1"],
  ])("%s and %s are two", (one, other) => {
    expect(identityKey(one)).not.toBe(identityKey(other));
  });

  test("a key is its own key", () => {
    for (let code = 1; code < 0x30000; code += 7) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const key = identityKey(`x${String.fromCodePoint(code)}`);
      expect(identityKey(key)).toBe(key);
    }
  });

  test("zeros in front are looked away from, others are not", () => {
    expect(withoutZeros("010472")).toBe(withoutZeros("10472"));
    expect(withoutZeros("104720")).not.toBe(withoutZeros("10472"));
    expect(withoutZeros("a010")).toBe("a010");
  });
});

test("an address is one in whatever case and width", () => {
  expect(emailKey(" Ｎew.Person@Example.COM\u200b")).toBe("new.person@example.com");
});

test("what is kept and shown is half-width, its case as typed, without what nobody sees, and keeps a space to be refused", () => {
  expect(numberAsWritten(" Ａ２0\u200b00１\n")).toBe("A20001");
  expect(numberAsWritten("01 04")).toBe("01 04");
  for (const marked of [
    "'010472",
    "’010472",
    '="010472"',
    "＝＂010472＂",
    "\u200b'010472 ",
    `="'010472"`,
  ])
    expect(numberAsWritten(marked)).toBe("010472");
  expect(numberAsWritten("O'Neil-1")).toBe("O'Neil-1");
  expect(numberAsWritten("\u200b\u2060")).toBe("");
});

test.each([
  ["010472", true],
  ["０１０４７２", true],
  ["A-20001", true],
  ["员工7", true],
  ["٠١٠٤٧٢", false],
  ["०१०४७२", false],
  ["010472\u0301", false],
  ["0\u20dd10472", false],
])("%j as a number: %s", (number, plain) => {
  expect(isPlainNumber(number)).toBe(plain);
});

test("what turns the text around it is found and taken away", () => {
  const title = "客户\u202e投诉\u2066处理";
  expect([title, title].map(turnsAround)).toEqual([true, true]);
  expect(withoutTurning(title)).toBe("客户投诉处理");
  expect(turnsAround(withoutTurning(title))).toBe(false);
});

test.each(["\uffff", "\ufffe", "\ufdd0", "\u{1fffe}", "\u{10ffff}"])(
  "%j stands for no character and is not kept",
  (code) => {
    expect(isPlainText(`一行${code}`)).toBe(false);
  },
);

describe("a text that may be kept", () => {
  test.each(["", "一行\n两行\t表格", "\u000bfrom a slide", "naïve 👩‍👩‍👧 王\u{e0100}"])(
    "%j",
    (text) => {
      expect(isPlainText(text)).toBe(true);
    },
  );

  test.each(["\u0000", "a\u0007", "\u001b[31m", "\u007f", "\u0090", "\ud800"])("not %j", (text) => {
    expect(isPlainText(text)).toBe(false);
  });
});
