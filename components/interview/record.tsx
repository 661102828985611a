import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useReader } from "@/components/reader/use-reader";
import { DefinitionList } from "@/components/ui/data/definition-list";
import { Card } from "@/components/ui/layout/card";
import { Chip } from "@/components/ui/marks/chip";
import { formatDay } from "@/lib/i18n/dates";
import type { InterviewRecord } from "@/lib/interview/types";

interface RecordProps {
  record: InterviewRecord;
  /** Whether the employee can still confirm it. */
  open: boolean;
  children?: ReactNode;
}

const parts = ["good", "short", "direction", "deductions", "minutes"] as const;

/** The record of the interview as both sides read it. */
export function RecordCard({ record, open, children }: RecordProps) {
  const text = useTranslations("interview.record");
  const { locale, moment } = useReader();
  // A calendar day, kept as midnight UTC.
  const heldOn = formatDay(new Date(`${record.heldOn}T00:00:00Z`), locale, "UTC");
  return (
    <Card
      id="interview-record"
      title={text("title")}
      note={text("by", { name: record.recordedBy, when: moment(record.recordedAt) })}
      actions={<Confirmed at={record.confirmedAt} open={open} />}
    >
      <DefinitionList
        items={[
          { term: text("heldOn"), description: heldOn },
          ...parts.map((part) => ({
            term: text(part),
            description: (
              <p className="whitespace-pre-wrap">
                {record[part] === "" ? text("none") : record[part]}
              </p>
            ),
          })),
        ]}
      />
      {children}
    </Card>
  );
}

function Confirmed({ at, open }: { at: Date | null; open: boolean }) {
  const text = useTranslations("interview.record");
  const { moment } = useReader();
  if (at !== null) return <Chip tone="jade">{text("confirmed", { when: moment(at) })}</Chip>;
  return open ? <Chip tone="indigo">{text("waiting")}</Chip> : <Chip>{text("unconfirmed")}</Chip>;
}
