import { expect, it } from "vitest";
import { isolated } from "@/lib/i18n/writing/isolate";

const [open, close] = ["\u2068", "\u2069"];

it("sets apart what people typed, so that figures and quotes beside it keep their places", () => {
  expect(isolated("{name}于 {when} 提交第 {number} 次")).toBe(
    `${open}{name}${close}于 {when} 提交第 {number} 次`,
  );
  expect(isolated("修改案例：{title}")).toBe(`修改案例：${open}{title}${close}`);
});

it("leaves syntax and everything else alone", () => {
  for (const text of ["{count, plural, other {# 份}}", "{names}", "{year} Q{quarter}", "name"])
    expect(isolated(text)).toBe(text);
  expect(isolated("{gated, select, yes {{name}：逐级} other {{name}：逐条}}")).toBe(
    `{gated, select, yes {${open}{name}${close}：逐级} other {${open}{name}${close}：逐条}}`,
  );
});
