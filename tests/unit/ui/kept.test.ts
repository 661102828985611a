import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forgetAllKept, forgetKept, keepText, readKept } from "@/components/ui/kept/store";
import { everyFile, read } from "../../architecture/law/source";

function tabStorage(): Storage {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => texts.set(key, text),
    removeItem: (key) => texts.delete(key),
    clear: () => texts.clear(),
  };
}

describe("what was typed", () => {
  beforeEach(() => vi.stubGlobal("window", { sessionStorage: tabStorage() }));
  afterEach(() => vi.unstubAllGlobals());

  test("is found again by person, form and field, and forgotten once it was sent", () => {
    keepText("010472", "return:a", "reason", "请写出日期");
    keepText("010472", "return:a", "value", "integrity");
    keepText("010472", "return:b", "reason", "别的");
    expect(readKept("010472", "return:a")).toEqual({ reason: "请写出日期", value: "integrity" });
    expect(readKept("010473", "return:a")).toEqual({});
    forgetKept("010472", "return:a");
    expect(readKept("010472", "return:a")).toEqual({});
    expect(readKept("010472", "return:b")).toEqual({ reason: "别的" });
  });

  test("does not wait for the next person at the same browser", () => {
    window.sessionStorage.setItem("else", "stays");
    keepText("010472", "return:a", "reason", "请写出日期");
    forgetAllKept("010472");
    expect(readKept("010472", "return:a")).toEqual({ reason: "请写出日期" });
    forgetAllKept("01047");
    expect(readKept("010472", "return:a")).toEqual({});
    keepText("010472", "return:a", "reason", "请写出日期");
    forgetAllKept();
    expect(readKept("010472", "return:a")).toEqual({});
    expect(window.sessionStorage.getItem("else")).toBe("stays");
  });

  test("is nothing where the browser forbids it or something else lies there", () => {
    window.sessionStorage.setItem("kept:010472:a", "[1");
    expect(readKept("010472", "a")).toEqual({});
    window.sessionStorage.setItem("kept:010472:a", '{"reason":1,"value":"x"}');
    expect(readKept("010472", "a")).toEqual({ value: "x" });
    vi.stubGlobal("window", {
      get sessionStorage(): Storage {
        throw new Error("forbidden");
      },
    });
    keepText("010472", "a", "reason", "x");
    forgetAllKept();
    expect(readKept("010472", "a")).toEqual({});
  });
});

const dialog = /<(?:Confirm)?Dialog\b/;
const textBox = /<(?:TextArea|TextInput|WordsField|DateInput|\w+Form)\b/;
const kept = (text: string) => !dialog.test(text) || !textBox.test(text) || /\bkeep=/.test(text);

test("every dialog with a text box keeps what is typed, and every text box in it has a name", () => {
  const components = everyFile
    .filter((file) => /^components\/.*\.tsx$/.test(file) && !file.startsWith("components/ui/"))
    .map(read);
  expect(components.filter(({ text }) => !kept(text)).map(({ path }) => path)).toEqual([]);
  const dialogs = components.filter(({ text }) => dialog.test(text));
  expect(dialogs.length).toBeGreaterThan(10);
  const boxes = dialogs.flatMap(({ path, text }) =>
    [...text.matchAll(/<(?:TextArea|TextInput|WordsField|DateInput|Select)\b[^]*?\/>/g)].map(
      ([box]) => ({ path, named: /\bname=/.test(box) }),
    ),
  );
  expect(boxes.filter(({ named }) => !named)).toEqual([]);
  expect(kept('<Dialog open><TextArea name="a" /></Dialog>')).toBe(false);
});
