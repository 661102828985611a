import { acceptInvitation } from "@/lib/access/commands";
import { acceptInvitationSchema } from "@/lib/access/schema";
import { answerPublic } from "@/lib/commands/public";

export async function POST(request: Request): Promise<Response> {
  return answerPublic(request, acceptInvitationSchema, acceptInvitation);
}
