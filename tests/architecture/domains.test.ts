import { describe, expect, test } from "vitest";
import { againstTheOrder, order } from "./law/domains";
import { application, domainOf, everyFile } from "./law/source";

const at = (path: string, specifier: string) => [{ path, text: `import "${specifier}";` }];

describe("a folder of lib/ imports only folders before it in the order", () => {
  test("so there are no circles", () => {
    expect(againstTheOrder(application)).toEqual([]);
  });

  test("the order names every folder once, and none that is not there", () => {
    const folders = new Set(everyFile.flatMap((file) => domainOf(file) ?? []));
    expect([...order].sort()).toEqual([...folders].sort());
  });

  test.each([
    ["lib/people/queries.ts", "@/lib/departments/types"],
    ["lib/appraisal/schema.ts", "../sheet/schema"],
    ["lib/db/client.ts", "@/lib/authz/actor"],
    ["lib/self-review/rules.ts", "@/lib/result/rules"],
  ])("%s may not import %s", (path, specifier) => {
    expect(againstTheOrder(at(path, specifier))).toHaveLength(1);
  });

  test("a type goes the same way", () => {
    const text = `type Row = import("@/lib/departments/types").DepartmentNode;`;
    expect(againstTheOrder([{ path: "lib/people/types.ts", text }])).toEqual([
      "lib/people/types.ts imports lib/departments/types: departments comes after people",
    ]);
  });

  test("a folder nobody put in the order is asked for", () => {
    expect(againstTheOrder(at("lib/gossip/rules.ts", "@/lib/people/types"))).toEqual([
      "lib/gossip/rules.ts imports lib/people/types: gossip is not in the order",
    ]);
  });

  test("what stands before, and the same folder, may be imported", () => {
    expect(againstTheOrder(at("lib/departments/types.ts", "@/lib/people/types"))).toEqual([]);
    expect(againstTheOrder(at("lib/people/types.ts", "./schema"))).toEqual([]);
    expect(againstTheOrder(at("app/(app)/page.tsx", "@/lib/home/queries"))).toEqual([]);
  });
});
