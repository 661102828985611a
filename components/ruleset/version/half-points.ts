/** Fields that hold half-points, which people read as points. */
export const halfPointFields: ReadonlySet<string | number | undefined> = new Set([
  ...[
    "cap",
    "stepHalfPoints",
    "exactly",
    "atLeast",
    "atMost",
    "from",
    "to",
    "bandsMaxTotal",
    "eachAtLeast",
  ],
  ...["below", "equals", "passLine", "libraryFrom"],
  ...["verifyAtMost", "verifyAtLeast", "beneficiaryViewAt", "approveAt"],
]);
