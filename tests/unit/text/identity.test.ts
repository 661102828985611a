import { describe, expect, test } from "vitest";
import { isPlainText } from "@/lib/text/characters";
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

test("what is shown keeps its width and case, loses what nobody sees, and keeps a space to be refused", () => {
  expect(numberAsWritten(" Ａ20\u200b001\n")).toBe("Ａ20001");
  expect(numberAsWritten("01 04")).toBe("01 04");
  expect(numberAsWritten("\u200b\u2060")).toBe("");
});

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
