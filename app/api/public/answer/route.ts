import { answerLink } from "@/lib/beneficiary/commands";
import { answerLinkSchema } from "@/lib/beneficiary/schema";
import { answerVisitor } from "@/lib/commands/public";

export async function POST(request: Request): Promise<Response> {
  return answerVisitor(request, answerLinkSchema, answerLink);
}
