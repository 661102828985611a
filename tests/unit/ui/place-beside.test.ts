import { describe, expect, it } from "vitest";
import { inSight, placeBeside } from "@/components/ui/overlay/place-beside";

const box = (left: number, top: number) => ({
  left,
  top,
  right: left + 40,
  bottom: top + 40,
});
const window = { width: 1000, height: 800 };

describe("where a menu stands", () => {
  it("below its button, ending where it ends", () => {
    expect(placeBeside(box(900, 10), window, "end")).toEqual({
      insetInlineStart: "auto",
      insetInlineEnd: "60px",
      insetBlockStart: "56px",
      insetBlockEnd: "auto",
      maxHeight: "732px",
    });
  });

  it("below its button, beginning where it begins", () => {
    const place = placeBeside(box(300, 10), window, "start");
    expect(place).toMatchObject({ insetInlineStart: "300px", insetInlineEnd: "auto" });
  });

  it.each([
    ["end", 100, { insetInlineStart: "100px", insetInlineEnd: "auto" }],
    ["start", 940, { insetInlineStart: "auto", insetInlineEnd: "20px" }],
  ] as const)("wanted at its %s without room there: at the other side", (align, left, side) => {
    expect(placeBeside(box(left, 10), window, align)).toMatchObject(side);
  });

  it("above its button where the window ends below it", () => {
    expect(placeBeside(box(500, 700), window, "end")).toMatchObject({
      insetBlockStart: "auto",
      insetBlockEnd: "106px",
      maxHeight: "682px",
    });
  });

  it("below all the same where there is even less room above", () => {
    const place = placeBeside(box(500, 60), { width: 1000, height: 300 }, "end");
    expect(place).toMatchObject({ insetBlockStart: "106px", insetBlockEnd: "auto" });
  });

  it("never at the very edge", () => {
    expect(placeBeside(box(965, 10), window, "end").insetInlineEnd).toBe("12px");
  });
});

describe("whether the button of an open menu is in the window", () => {
  it.each([
    [500, 400],
    [-39, 400],
    [999, 400],
    [500, -39],
    [500, 799],
  ])("with any of it inside, at %i, %i", (left, top) => {
    expect(inSight(box(left, top), window)).toBe(true);
  });

  it.each([
    [-40, 400],
    [1000, 400],
    [500, -40],
    [500, 800],
  ])("not beyond an edge, at %i, %i", (left, top) => {
    expect(inSight(box(left, top), window)).toBe(false);
  });

  it("not when it is not displayed", () => {
    expect(inSight({ left: 0, right: 0, top: 0, bottom: 0 }, window)).toBe(false);
  });

  it("and the menu moves as far as its button", () => {
    const before = placeBeside(box(500, 100), window, "start");
    const after = placeBeside(box(480, 60), window, "start");
    expect([before.insetInlineStart, before.insetBlockStart]).toEqual(["500px", "146px"]);
    expect([after.insetInlineStart, after.insetBlockStart]).toEqual(["480px", "106px"]);
  });
});
