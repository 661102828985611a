import { useTranslations } from "next-intl";

interface AssumedNoteProps {
  rungs: readonly { readonly point: number; readonly assumed: boolean }[];
  gated: boolean;
}

/** Which rungs of a value have words or a grant mode the sources do not hand down: once for all of them. */
export function AssumedNote({ rungs, gated }: AssumedNoteProps) {
  const text = useTranslations("scoring.assumed");
  const points = rungs.filter(({ assumed }) => assumed).map(({ point }) => point);
  if (points.length === 0) return null;
  const all = points.length === rungs.length ? "yes" : "no";
  return (
    <p className="text-xs text-ink-2">
      {text("note", { all, gated: gated ? "yes" : "no", points: points.join(text("between")) })}
    </p>
  );
}
