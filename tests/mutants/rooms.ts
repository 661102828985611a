/** A part of the house and the tests that speak of it; only these are asked about its mutants. */
export interface Room {
  readonly name: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

const scorer = ["{sheet,explain,format,policy}", "{ladder,proof,rows,sheet,explain}/**/*"];

function room(name: string, tests: readonly string[], ...beside: readonly string[]): Room {
  return {
    name,
    files: [`lib/scoring/${name}/**/*.ts`, ...beside.map((file) => `lib/scoring/${file}.ts`)],
    tests: tests.map((glob) => `tests/unit/scoring/${glob}.test.ts`),
  };
}

export const rooms: readonly Room[] = [
  room("documents", ["{schema,policy,presets}", "documents/**/*", "proof/round-trip"]),
  room("ladder", scorer, "figures", "format", "cases"),
  room("sheet", scorer),
  room("explain", scorer),
  room("audit", ["audit/**/*"]),
  room("year", ["{year,scale}/**/*"], "ratio", "scale"),
  room("composite", ["composite/**/*"]),
  room("distribution", ["distribution/**/*"]),
  room("what-if", ["what-if/**/*"]),
  {
    name: "stages",
    files: ["lib/appraisal/stages.ts", "lib/appraisal/rules.ts"],
    tests: [
      "tests/unit/appraisal/{stages,rules,bars}.test.ts",
      "tests/unit/progress/stages.test.ts",
    ],
  },
  {
    name: "standing",
    files: ["lib/appraisal/standing.ts", "lib/appraisal/where.ts"],
    tests: ["tests/unit/appraisal/{standing,where,columns,who/deputy,who/without-partner}.test.ts"],
  },
  {
    name: "permissions",
    files: ["lib/*/permissions.ts"],
    tests: [
      "tests/unit/appraisal/{permissions,sight}.test.ts",
      "tests/unit/people/administrators.test.ts",
    ],
  },
  {
    name: "rules",
    // One by one: Stryker takes a comma for the end of a pattern.
    files: ["beneficiary", "questions", "reopening", "reporting"].map(
      (part) => `lib/${part}/rules.ts`,
    ),
    tests: ["tests/unit/{beneficiary,questions,reopening,reporting}/*.test.ts"],
  },
];
