import { expect, test } from "vitest";
import { application } from "../law/source";
import { typedStates } from "./typed-states";

test("no statement, filter, command or component outside lib/appraisal types a state or a stage", () => {
  expect(typedStates(application)).toEqual([]);
});

const at = (text: string, path = "lib/people/queries.ts") => typedStates([{ path, text }]);

test.each([
  "tx.$queryRaw`SELECT 1 FROM appraisal a WHERE a.state = 'hr_audit'`;",
  "tx.$queryRaw<Row[]>`SELECT 1 FROM appraisal a WHERE a.state IN ('objected')`;",
  "Prisma.sql`a.state IN (${first}, 'published')`;",
  "Prisma.sql`w.stage <> 'second_level'`;",
  "Prisma.sql`a.state = ANY (ARRAY['approval'])`;",
  "Prisma.sql`CASE a.state WHEN 'interview' THEN 1 END`;",
  "tx.$executeRaw`UPDATE appraisal SET state='published'`;",
  "tx.cycle.findMany({ select: { windows: { where: { stage: 'hr_audit' } } } });",
  'tx.appraisal.count({ where: { state: { in: ["published", "acknowledged"] } } });',
  'tx.appraisal.count({ where: { OR: [{ returnedFrom: "approval" }] } });',
])("sees %s", (text) => {
  expect(at(text)).toHaveLength(1);
  expect(at(text, "lib/appraisal/store.ts")).toEqual([]);
});

test.each(["components/self-review/editor.tsx", "lib/self-review/commands.ts"])(
  "sees a state given as a value in %s",
  (path) => {
    expect(at('const opened = { version, state: "self_review" };', path)).toHaveLength(1);
    expect(at("const opened = { version, state: writtenIn.self };", path)).toEqual([]);
    expect(at('const shown = { kind: "objected", tone: "published" };', path)).toEqual([]);
  },
);

test.each([
  'Prisma.sql`WHERE ${inStates(["hr_audit"])} AND ${inWindowOf("hr_audit")}`;',
  "Prisma.sql`WHERE c.state = 'open' AND s.side = 'manager'`;",
  'tx.window.findMany({ where: { stage: stageOf("hr_audit"), cycle: { state: "open" } } });',
  "tx.appraisal.count({ where: { state: { in: [...publishedStates] } } });",
])("lets pass %s", (text) => {
  expect(at(text)).toEqual([]);
});
