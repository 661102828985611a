import Link from "next/link";
import { useReader } from "@/components/reader/use-reader";
import { unitText } from "@/lib/departments/rules";

interface NameAndUnitProps {
  person: Parameters<typeof unitText>[0] & { readonly name: string };
  /** Where the name leads, and what it says to listeners; absent: it is a name alone. */
  href?: string;
  label?: string;
  /** Before the unit, in its line. */
  mark?: React.ReactNode;
}

/** Who a row is about. On a phone at most two lines of name over one of unit, so that a card stays short. */
export function NameAndUnit({ person, href, label, mark }: NameAndUnitProps) {
  const { locale } = useReader();
  const name = <bdi className="max-md:line-clamp-2">{person.name}</bdi>;
  return (
    <span className="flex min-w-0 flex-col items-start max-md:items-stretch">
      {href === undefined ? (
        <span className="max-md:leading-tight">{name}</span>
      ) : (
        <Link
          href={href}
          aria-label={label}
          className="inline-flex touch items-center link max-md:leading-[1.15]"
        >
          {name}
        </Link>
      )}
      <span
        className={`flex min-w-0 items-center gap-1.5 text-xs leading-tight font-normal text-ink-2 ${href === undefined ? "" : "max-md:-mt-1.5"}`}
      >
        {mark == null ? null : (
          <span className="flex shrink-0 gap-1 empty:hidden max-md:[&>.chip]:py-0">{mark}</span>
        )}
        <span className="max-md:truncate md:whitespace-nowrap">{unitText(person, locale)}</span>
      </span>
    </span>
  );
}
