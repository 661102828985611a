import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/feedback/notice";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Chip } from "@/components/ui/marks/chip";
import type { SheetNote } from "@/lib/manager-scoring/types";
import type { FrameworkDocument } from "@/lib/scoring";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";

interface NotesProps {
  notes: readonly SheetNote[];
  framework: FrameworkDocument;
}

/** What the manager still has to answer. */
export function OpenNotes({
  notes,
  framework,
  onLead,
}: NotesProps & { onLead: (note: SheetNote) => void }) {
  const text = useTranslations("manager-scoring.notes");
  const place = usePlace(framework);
  const title = useNoteTitle();
  return notes.map((note) => {
    const where = place(note);
    return (
      <Notice key={note.id} tone="warn" title={title(note)}>
        {note.caseTitle === null ? null : <p>{text("case", { title: note.caseTitle })}</p>}
        <p className="whitespace-pre-wrap text-ink">{note.reason}</p>
        {note.from === "approval" ? <p className="mt-1">{text("declined")}</p> : null}
        <span className="mt-1 flex flex-wrap items-center gap-2">
          {note.caseReason === null ? null : (
            <Chip tone="rust">{text(`caseReason.${note.caseReason}`)}</Chip>
          )}
          {where === null ? null : (
            <button
              type="button"
              className="inline-flex touch items-center link"
              onClick={() => onLead(note)}
            >
              {text("goTo", { place: where })}
            </button>
          )}
        </span>
      </Notice>
    );
  });
}

/** Everything that went back and forth before. */
export function NoteHistory({ notes, framework, open = false }: NotesProps & { open?: boolean }) {
  const text = useTranslations("manager-scoring.notes");
  const place = usePlace(framework);
  const title = useNoteTitle();
  if (notes.length === 0) return null;
  return (
    <Disclosure open={open} summary={text("history", { count: notes.length })}>
      <ul className="grid gap-3">
        {notes.map((note) => (
          <li key={note.id} className="border-s-2 border-line ps-3 text-sm">
            <p className="text-ink-2">
              {[title(note), place(note)].filter((words) => words !== null).join(" · ")}
            </p>
            {note.caseTitle === null ? null : <p>{text("case", { title: note.caseTitle })}</p>}
            <p className="whitespace-pre-wrap">{note.reason}</p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function useNoteTitle(): (note: SheetNote) => string {
  const text = useTranslations("manager-scoring.notes");
  const { moment } = useReader();
  const signed = useSigned();
  return ({ from, at, ...note }) => {
    const facts = { name: signed(note), when: moment(at) };
    return text.has(`from.${from}`) ? text(`from.${from}`, facts) : text("from.other", facts);
  };
}

function usePlace(framework: FrameworkDocument): (note: SheetNote) => string | null {
  const text = useTranslations("manager-scoring.notes");
  const reader = useReader();
  return ({ value, rung }) => {
    const definition = framework.values.find(({ key }) => key === value);
    if (definition === undefined) return null;
    const name = reader.text(definition.name);
    return rung === null
      ? name
      : text("place", { value: name, rung, gated: definition.gated ? "yes" : "no" });
  };
}
