import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import type { InterviewGuide } from "@/lib/interview/types";
import { Compare } from "./compare";
import { Point, PointHead } from "./talking-point";

const aims = ["good", "short", "deducted"] as const;

/** What the manager holds the interview with, in the order of the talk. */
export function TalkingPoints({ sheet }: { sheet: InterviewGuide }) {
  const text = useTranslations("interview");
  return (
    <div className="grid min-w-0 content-start gap-4 print:block print:space-y-4">
      {aims.map((aim) => (
        <Card
          key={aim}
          title={text(`${aim}.title`)}
          note={text(`${aim}.note`)}
          tone={aim === "deducted" && sheet.deducted.length > 0 ? "amber" : "plain"}
        >
          {sheet[aim].length === 0 ? <p className="text-ink-2">{text(`${aim}.empty`)}</p> : null}
          <ul className="paper-close paper-columns">
            {sheet[aim].map((point) => (
              <Point key={point.key} point={point} aim={aim} />
            ))}
          </ul>
        </Card>
      ))}
      {/* On paper the comparison of all values stands beside it, and two sheets are enough. */}
      <div className="no-print">
        <Differences points={sheet.differences} />
      </div>
      <Compare dossier={sheet.dossier} />
      <Handwriting />
    </div>
  );
}

/** The few values to begin to understand each other with. */
function Differences({ points }: { points: InterviewGuide["differences"] }) {
  const text = useTranslations("interview.differences");
  return (
    <Card title={text("title")} note={text("note")}>
      {points.length === 0 ? <p className="text-ink-2">{text("empty")}</p> : null}
      <ul className="grid gap-2">
        {points.map((point) => (
          <li key={point.key}>
            <PointHead point={point} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Room to write on paper; nobody needs it on a screen. */
function Handwriting() {
  const text = useTranslations("interview");
  return (
    <div className="hidden print:block">
      <p className="font-semibold">{text("notes")}</p>
      {[1, 2, 3, 4].map((line) => (
        <div key={line} className="h-8 border-b border-line" />
      ))}
    </div>
  );
}
