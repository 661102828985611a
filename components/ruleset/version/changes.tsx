import { useTranslations } from "next-intl";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import type { DocumentChange } from "@/lib/scoring";
import { usePathWords } from "./path-words";
import { useValueWords } from "./value-words";

const shown = 100;

const tones: Readonly<Record<DocumentChange["kind"], ChipTone>> = {
  added: "jade",
  removed: "rust",
  changed: "amber",
  moved: "neutral",
};

interface ChangesProps {
  changes: readonly DocumentChange[];
  /** The newer document first: places are named by it, those that are gone by the other. */
  documents: readonly unknown[];
}

/** What differs, place by place in words; long lists are cut and say so. */
export function Changes({ changes, documents }: ChangesProps) {
  const text = useTranslations("ruleset.change");
  const more = useTranslations("ruleset.versions");
  const wordsOf = usePathWords();
  return (
    <>
      <ul className="grid grid-cols-1 gap-2">
        {changes.slice(0, shown).map((change) => (
          <li
            key={`${change.kind} ${change.path.join("/")}`}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5"
          >
            <Chip tone={tones[change.kind]}>{text(change.kind)}</Chip>
            <span className="min-w-0">{wordsOf(documents, change.path)}</span>
            <Sides change={change} documents={documents} />
          </li>
        ))}
      </ul>
      {changes.length > shown ? (
        <p className="mt-3 text-sm text-ink-2">{more("more", { count: changes.length - shown })}</p>
      ) : null}
    </>
  );
}

function Sides({ change, documents }: { change: DocumentChange; documents: readonly unknown[] }) {
  const text = useTranslations("ruleset.change");
  const wordsOf = useValueWords();
  const wordOf = (side: DocumentChange["after"]) =>
    side === undefined ? null : wordsOf(documents, change.path, side);
  const [before, after] = [wordOf(change.before), wordOf(change.after)];
  if (before === null && after === null) return null;
  return (
    <span lang={langOf(change.path)} className="min-w-0 basis-full text-sm text-ink-2 md:ps-1">
      {before !== null && after !== null ? text("values", { before, after }) : (before ?? after)}
    </span>
  );
}

/** The texts of a document stand under the language they are in. */
function langOf(path: DocumentChange["path"]): string | undefined {
  const last = path.at(-1);
  return last === "en" ? "en" : last === "zh" ? "zh-CN" : undefined;
}
