import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import type { DateInput } from "@/components/ui/form/date-input";
import type { Select } from "@/components/ui/form/select";
import type { TextArea } from "@/components/ui/form/text-area";
import type { TextInput } from "@/components/ui/form/text-input";
import { forgetAllKept, forgetKept, keepText, readKept } from "@/components/ui/kept/store";
import type { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { Dialog } from "@/components/ui/overlay/dialog";

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

test("every dialog says under which name it keeps what is typed, and every text box has one", () => {
  type Needs<Component extends (props: never) => unknown, Prop extends string> =
    Parameters<Component>[0] extends Readonly<Record<Prop, string | null>> ? true : false;
  expectTypeOf<Needs<typeof Dialog, "keep">>().toEqualTypeOf<true>();
  expectTypeOf<Needs<typeof ConfirmDialog, "keep">>().toEqualTypeOf<true>();
  expectTypeOf<Needs<typeof TextInput, "name">>().toEqualTypeOf<true>();
  expectTypeOf<Needs<typeof TextArea, "name">>().toEqualTypeOf<true>();
  expectTypeOf<Needs<typeof DateInput, "name">>().toEqualTypeOf<true>();
  expectTypeOf<Needs<typeof Select, "name">>().toEqualTypeOf<true>();
});
