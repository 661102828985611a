import { answerPublic } from "@/lib/commands/public";
import { answerSafely, respond } from "@/lib/commands/respond";
import { createCompany } from "@/lib/company/commands";
import { companyExists } from "@/lib/company/queries";
import { firstRunSchema } from "@/lib/company/schema";
import { refuse } from "@/lib/errors/outcome";

/** Whatever is sent: once there is a company, there is nothing here. */
export async function POST(request: Request): Promise<Response> {
  return answerSafely(async () =>
    (await companyExists())
      ? respond(refuse("not_found"))
      : answerPublic(request, firstRunSchema, createCompany),
  );
}
