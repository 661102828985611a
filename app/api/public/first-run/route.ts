import { answerPublic } from "@/lib/commands/public";
import { createCompany } from "@/lib/company/commands";
import { firstRunSchema } from "@/lib/company/schema";

export async function POST(request: Request): Promise<Response> {
  return answerPublic(request, firstRunSchema, createCompany);
}
