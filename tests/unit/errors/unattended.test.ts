import { afterEach, expect, it, vi } from "vitest";
import { eachAlone, everyMinute } from "@/lib/errors/unattended";

const written = vi.hoisted(() => vi.fn());
vi.mock("@/lib/errors/log", () => ({ log: { error: written } }));
afterEach(() => {
  written.mockClear();
  vi.useRealTimers();
});

it("keeps no item from its turn because one before it failed", async () => {
  const answers = await eachAlone("the work", [1, 2, 3], (item) =>
    item === 2 ? Promise.reject(new Error("broken")) : Promise.resolve(item * 10),
  );
  expect(answers).toEqual([10, 30]);
  expect(written).toHaveBeenCalledExactlyOnceWith(expect.anything(), "the work failed for one");
});

it("tries again a minute after a failure", async () => {
  vi.useFakeTimers();
  const work = vi.fn().mockRejectedValueOnce(new Error("broken")).mockResolvedValue(null);
  everyMinute("the work", work);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(written).toHaveBeenCalledExactlyOnceWith(expect.anything(), "the work failed");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(2);
  expect(written).toHaveBeenCalledTimes(1);
});
