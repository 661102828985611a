import clsx from "clsx";
import { type ReactNode, useId } from "react";

type CardTone = "plain" | "jade" | "amber";

interface CardProps {
  title?: ReactNode;
  /** Quiet words after or under the title. */
  note?: ReactNode;
  actions?: ReactNode;
  tone?: CardTone;
  /** Without inner space, for lists and tables that bring their own rows. */
  flush?: boolean;
  headingLevel?: 2 | 3;
  id?: string | undefined;
  children?: ReactNode;
}

const tones: Readonly<Record<CardTone, string>> = {
  plain: "border-line bg-card",
  jade: "border-jade-soft bg-jade-wash",
  amber: "border-amber-line bg-amber-wash",
};

export function Card({
  title,
  note,
  actions,
  tone = "plain",
  flush = false,
  headingLevel = 2,
  id,
  children,
}: CardProps) {
  const titleId = useId();
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const header = title || actions;
  return (
    <section
      id={id}
      aria-labelledby={title ? titleId : undefined}
      className={clsx("min-w-0 rounded-lg border", tones[tone], !flush && "p-4 md:p-5")}
    >
      {header ? (
        <div
          className={clsx(
            "flex flex-wrap items-start justify-between gap-x-6 gap-y-2",
            flush && "p-4 md:p-5",
            !flush && children && "mb-3",
          )}
        >
          <div className="min-w-0">
            {title ? (
              <Heading id={titleId} className={headingLevel === 2 ? "text-lg" : "text-base"}>
                {title}
              </Heading>
            ) : null}
            {note ? <p className="text-xs text-ink-2">{note}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
