import { useId } from "react";

/** Who looked at it and when, across the page and every printed sheet. Says nothing to a screen reader on purpose. */
export function Watermark({ text }: { text: string }) {
  const id = useId();
  return (
    <div aria-hidden className="pointer-events-none fixed inset-0 z-10 m-0! w-full! select-none">
      <svg className="size-full">
        <defs>
          <pattern
            id={id}
            width="600"
            height="220"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(-24)"
          >
            <text x="0" y="60" className="fill-ink text-sm opacity-[0.07] print:opacity-[0.12]">
              {text}
            </text>
            <text x="300" y="170" className="fill-ink text-sm opacity-[0.07] print:opacity-[0.12]">
              {text}
            </text>
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill={`url(#${id})`} />
      </svg>
    </div>
  );
}
