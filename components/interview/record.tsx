import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWhen } from "./appointment/use-when";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";
import { DefinitionList } from "@/components/ui/data/definition-list";
import { Card } from "@/components/ui/layout/card";
import { Chip } from "@/components/ui/marks/chip";
import type { DossierValue } from "@/lib/dossier/types";
import { formatDay } from "@/lib/i18n/dates";
import { pick } from "@/lib/i18n/pick";
import type { InterviewRecord } from "@/lib/interview/types";

interface RecordProps {
  record: InterviewRecord;
  /** Of the framework, for their names. */
  values: readonly Pick<DossierValue, "key" | "name">[];
  /** Whether the employee can still confirm it. */
  open: boolean;
  /** What links on the page lead to. */
  id?: string;
  children?: ReactNode;
}

const parts = ["good", "short", "direction", "deductions", "minutes"] as const;

/** The record of the interview as both sides read it. */
export function RecordCard({
  record,
  values,
  open,
  id = "interview-record",
  children,
}: RecordProps) {
  const text = useTranslations("interview.record");
  const { locale, moment } = useReader();
  const signed = useSigned();
  const words = useTranslations("common.words");
  const told = values.filter(({ key }) => record.told.includes(key));
  // A calendar day, kept as midnight UTC.
  const [arranged] = record.appointments;
  const heldOn = formatDay(new Date(`${record.heldOn}T00:00:00Z`), locale, "UTC");
  return (
    <Card
      id={id}
      title={text("title")}
      note={text("by", { name: signed(record.recordedBy), when: moment(record.recordedAt) })}
      actions={<Answered record={record} open={open} />}
    >
      <DefinitionList
        items={[
          { term: text("heldOn"), description: heldOn },
          {
            term: text("arranged"),
            description: arranged === undefined ? text("none") : <Arranged {...record} />,
          },
          {
            term: text("told"),
            description:
              told.length === 0
                ? text("none")
                : told.map(({ name }) => pick(name, locale)).join(words("separator")),
          },
          ...parts.map((part) => ({
            term: text(part),
            description: (
              <p className="whitespace-pre-wrap">
                {record[part] === "" ? text("none") : record[part]}
              </p>
            ),
          })),
          ...(record.contest === null
            ? []
            : [
                {
                  term: text("contest"),
                  description: <p className="whitespace-pre-wrap">{record.contest.text}</p>,
                },
              ]),
        ]}
      />
      {children}
    </Card>
  );
}

function Arranged({ appointments }: Pick<InterviewRecord, "appointments">) {
  const text = useTranslations("interview.record");
  const when = useWhen();
  const [last, ...earlier] = appointments;
  if (last === undefined) return null;
  return (
    <>
      <p className="tabular">{when(last)}</p>
      <p className="break-words">{last.place}</p>
      {earlier.length === 0 ? null : (
        <p className="text-xs text-ink-2">{text("moved", { count: earlier.length })}</p>
      )}
    </>
  );
}

function Answered({ record, open }: Pick<RecordProps, "record" | "open">) {
  const text = useTranslations("interview.record");
  const { moment } = useReader();
  const { confirmedAt: at, contest } = record;
  if (at !== null) return <Chip tone="jade">{text("confirmed", { when: moment(at) })}</Chip>;
  if (contest !== null)
    return <Chip tone="amber">{text("contested", { when: moment(contest.at) })}</Chip>;
  return open ? <Chip tone="indigo">{text("waiting")}</Chip> : <Chip>{text("unconfirmed")}</Chip>;
}
