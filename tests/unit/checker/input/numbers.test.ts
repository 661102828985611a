import { describe, expect, test } from "vitest";
import { checked, checker, output, person, refused, sixVeins } from "../support";

/** What copies from web pages, chat and other systems leave around a number. */
const around = ["  ", "\t\n", "\u00a0", "\u3000", "\ufeff", "\u200b"];

describe("an employee number is the same in JSON and in a sheet", () => {
  test.each(around)("without what stands around it: %j", async (edge) => {
    const { code, printed } = await checked(sixVeins(person(`${edge}E001${edge}`)));
    expect(code).toBe(0);
    expect(printed.results[0]?.employee).toBe("E001");
  });

  test.each([...around, ""])("is missing when nothing else is there: %j", async (blank) => {
    expect(await refused(sixVeins({ employee: blank, values: {} }))).toEqual([
      "appraisals[0].employee: must not be empty.",
    ]);
  });

  test("whoever is written in two ways comes twice", async () => {
    const { code, printed } = await checked(sixVeins(person("000123"), person(" 000123\u3000")));
    expect(code).toBe(1);
    expect(printed.results[1]?.problems).toMatchObject([{ code: "duplicate-employee" }]);
  });

  test("whatever the file, the same people are printed", async () => {
    const written = ["０００１２３", "E2 ", "\ufeffE3"];
    const json = await checked(sixVeins(...written.map((employee) => ({ employee, values: {} }))));
    const rows = written.map((employee) => `"${employee}",诚信,达到`);
    const files = { "in.csv": `工号,价值观,第1级\n${rows.join("\n")}\n` };
    const sheet = output.parse(JSON.parse((await checker(["in.csv"], { files })).stdout));
    const people = (printed: typeof sheet) => printed.results.map(({ employee }) => employee);
    expect(people(json.printed)).toEqual(["000123", "E2", "E3"]);
    expect(people(json.printed)).toEqual(people(sheet));
  });

  test("managers are told apart by the same rule: one manager, one sample", async () => {
    const people = (managers: readonly string[]) =>
      managers.map((manager, index) => ({ ...person(`E${index}`), manager }));
    const drawn = async (managers: readonly string[]) =>
      (await checked(sixVeins(...people(managers)))).printed.summary.sample?.drawn;
    const one = await drawn(["M1", "M1", "M1", "M1"]);
    expect(await drawn(["M1", "M1 ", "\u3000M1", "\ufeffM1"])).toBe(one);
    expect(await drawn(["M1", "M2", "M3", "M4"])).not.toBe(one);
  });
});

test("a case and a justification of invisible signs alone tell nothing", async () => {
  const shown = { rungs: ["unmet"], cases: [{ rung: 1, kind: "contradicts", title: "x" }] };
  const { printed } = await checked(
    sixVeins(person("E1", { passion: { ...shown, justification: "\u200b\ufeff" } })),
  );
  expect(printed.results[0]?.values["passion"]?.problems).toMatchObject([
    { code: "justification-required" },
  ]);
  const blank = { rungs: ["met"], cases: [{ rung: 1, kind: "supports", title: "\u200b" }] };
  expect(await refused(sixVeins(person("E1", { passion: blank })))).toEqual([
    "appraisals[0].values.passion.cases[0].title: must not be empty.",
  ]);
});

test("blanks without end inside a text cost one look", async () => {
  const endless = `a${" ".repeat(300_000)}b`;
  const values = { passion: { rungs: ["met"], justification: endless } };
  expect(await refused(sixVeins({ employee: endless, values }))).toEqual([
    "appraisals[0].employee: is too long: at most 64 characters.",
    "appraisals[0].values.passion.justification: is too long: at most 20000 characters.",
  ]);
});
