import { describe, expect, it } from "vitest";
import { placeBeside } from "@/components/ui/overlay/place-beside";

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
