import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { installPresets } from "@/lib/ruleset/store";

/** Brings the presets of this release into a database with a company; answers how many versions are new. */
export async function bringPresets(connectionString: string, now: Date): Promise<number> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
  try {
    // A company's first administrator gets them together with the company.
    return await db.$transaction(
      async (tx) => ((await tx.company.count()) === 0 ? 0 : installPresets(tx, now)),
      { timeout: 60_000 },
    );
  } finally {
    await db.$disconnect();
  }
}
