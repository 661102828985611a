import { Disclosure } from "@/components/ui/layout/disclosure";
import { Chip } from "@/components/ui/marks/chip";
import type { CaseWords } from "./case-words";

/** Title in sight, the whole story one press away. */
export function WordedCase({ words, open = false }: { words: CaseWords; open?: boolean }) {
  return (
    <Disclosure
      open={open}
      summary={
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          {words.marks.map((mark) => (
            <Chip key={mark.words} tone={mark.tone}>
              {mark.words}
            </Chip>
          ))}
          <span className="written text-ink">{words.title}</span>
        </span>
      }
    >
      <dl className="facts mb-2 rounded-md bg-sunk p-3">
        {words.parts.map((part) => [
          <dt key={`${part.term} term`}>{part.term}</dt>,
          <dd key={part.term}>{part.words}</dd>,
        ])}
      </dl>
    </Disclosure>
  );
}
