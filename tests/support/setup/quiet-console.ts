import { afterAll, afterEach, beforeEach, expect, vi } from "vitest";

// A warning nobody reads is a defect nobody sees: unexpected console output fails the test.
// A test that expects some spies on the console itself.

const complaints: string[] = [];

beforeEach(() => {
  complaints.length = 0;
  for (const method of ["error", "warn"] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      complaints.push(parts.map(String).join(" "));
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints, "unexpected console output").toEqual([]);
});

// Node gives its own behind the console's back and once a process, e.g. that a database client was asked while it was busy.
const warnings: string[] = [];
process.on("warning", ({ name, message, stack }) =>
  warnings.push(`${name}: ${message} ${stack ?? ""}`),
);

afterAll(() => {
  expect(warnings, "warnings of Node").toEqual([]);
});
