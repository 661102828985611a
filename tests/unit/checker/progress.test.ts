import { Writable } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { progressBar } from "@/scripts/score/progress";

afterEach(() => vi.useRealTimers());

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  return { written, stream: Object.assign(stream, { isTTY }) };
}

test("the bar shows the share and wipes itself", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { written, stream } = terminal(true);
  const bar = progressBar(stream, "en", 1_000);
  bar.at(10);
  expect(written).toEqual([]);
  vi.advanceTimersByTime(1_000);
  bar.at(250);
  expect(written.at(-1)).toContain("25%, about 3 s left");
  bar.done();
  expect(written.at(-1)).toBe("\r\u001b[2K");
});

test("nothing is drawn where nobody looks", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { written, stream } = terminal(false);
  const bar = progressBar(stream, "zh", 1_000);
  vi.advanceTimersByTime(1_000);
  bar.at(500);
  bar.done();
  expect(written).toEqual([]);
});
