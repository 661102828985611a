import { ownOrigin } from "@/lib/commands/request";
import { sendFile } from "@/lib/commands/send-file";
import { getTranslations } from "@/lib/i18n/messages";
import { calendarFile } from "@/lib/interview/format";
import { readAgreed } from "@/lib/interview/queries/calendar";

/** The appointment for whoever takes part in the interview. */
export function GET(
  _: Request,
  { params }: { params: Promise<{ appraisalId: string }> },
): Promise<Response> {
  return sendFile(async (actor) => {
    const { appraisalId } = await params;
    const found = await readAgreed(actor, appraisalId);
    if (found === null) return null;
    const { appointment, edition, with: name } = found;
    const text = await getTranslations("interview.calendar");
    const url = `${ownOrigin()}/interview/${appraisalId}`;
    const file = calendarFile({
      ...appointment,
      uid: `interview-${appraisalId}${edition === 1 ? "" : `-${String(edition)}`}@${new URL(url).hostname}`,
      stamp: appointment.at,
      summary: text("summary", { name }),
      description: text("description", { url }),
      url,
    });
    return { name: "interview.ics", type: "text/calendar", text: file };
  });
}
