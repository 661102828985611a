import { acceptInvitation } from "@/lib/access/commands";
import { acceptInvitationSchema } from "@/lib/access/schema";
import { answerPublic } from "@/lib/auth/web/public-command";

export async function POST(request: Request): Promise<Response> {
  return answerPublic(request, acceptInvitationSchema, acceptInvitation);
}
