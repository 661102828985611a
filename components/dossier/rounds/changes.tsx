import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSigned } from "@/components/reader/use-signed";
import { useReader } from "@/components/reader/use-reader";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Chip } from "@/components/ui/marks/chip";
import type { ShownChange } from "@/lib/rounds/types";
import { formatScore } from "@/lib/scoring/format";

/** What is different since the value was handed in before, next to what it came back for. */
export function Changes(props: { changes: readonly ShownChange[]; gated: boolean }) {
  return props.changes.map((change) => (
    <Change key={change.side} change={change} gated={props.gated} />
  ));
}

function Change({ change, gated }: { change: ShownChange; gated: boolean }) {
  const text = useTranslations("dossier.rounds");
  const { moment } = useReader();
  const { side, before, cameBack, untouched } = change;
  return (
    <section className="grid gap-2 rounded-lg border border-amber-line bg-amber-wash px-4 py-3 text-sm">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-semibold">
        {text("title", { side, when: moment(before) })}
        {untouched ? <Chip tone="rust">{text("untouched")}</Chip> : null}
      </h3>
      {cameBack.map((note) => (
        <CameBack key={note.id} note={note} gated={gated} />
      ))}
      <BeforeAndAfter change={change} gated={gated} />
    </section>
  );
}

interface CameBackProps {
  note: ShownChange["cameBack"][number];
  gated: boolean;
}

function CameBack({ note, gated }: CameBackProps) {
  const text = useTranslations("dossier.rounds");
  const states = useTranslations("dossier.states");
  const reasons = useTranslations("dossier.reasons");
  const { moment } = useReader();
  const signed = useSigned();
  const { from, at, rung, caseTitle, caseReason, reason } = note;
  const facts = [
    states(from),
    rung === null ? null : text("rung", { point: rung, gated: gated ? "yes" : "no" }),
    caseTitle === null ? null : text("case", { title: caseTitle }),
    caseReason === null ? null : reasons(caseReason),
  ].filter((fact) => fact !== null);
  return (
    <div className="border-rust-line border-s-3 ps-3">
      <p className="text-ink-2">
        {[text("returnedBy", { name: signed(note), when: moment(at) }), ...facts].join(" · ")}
      </p>
      <p className="whitespace-pre-wrap">{reason}</p>
    </div>
  );
}

/** Side by side; what is the same is left out. */
function BeforeAndAfter({ change, gated }: { change: ShownChange; gated: boolean }) {
  const text = useTranslations("dossier.rounds");
  const verdictWords = useTranslations("dossier.verdict");
  const { score, verdicts, justification, added, former } = change;
  const scoreOf = (halfPoints: number | null) =>
    halfPoints === null ? verdictWords("open") : formatScore(halfPoints);
  const verdictOf = (verdict: "met" | "partly" | "unmet" | null) => verdictWords(verdict ?? "open");
  const rows: [id: string, what: string, from: ReactNode, to: ReactNode][] = [
    ...(score === null
      ? []
      : [["score", text("score"), scoreOf(score.from), scoreOf(score.to)] as const]),
    ...verdicts.map(
      ({ rung, from, to }) =>
        [
          `rung ${String(rung)}`,
          text("rung", { point: rung, gated: gated ? "yes" : "no" }),
          verdictOf(from),
          verdictOf(to),
        ] as const,
    ),
    ...(added.length + former === 0
      ? []
      : [
          [
            "cases",
            text("cases"),
            text("former", { count: former }),
            text("added", { count: added.length }),
          ] as const,
        ]),
  ].map((row) => [...row]);
  return (
    <>
      {rows.length === 0 ? null : (
        <table className="w-full max-w-140 text-start text-sm">
          <thead className="text-xs text-ink-2">
            <tr>
              <th scope="col" className="py-0.5 text-start font-normal">
                <span className="sr-only">{text("what")}</span>
              </th>
              <th scope="col" className="py-0.5 text-start font-normal">
                {text("before")}
              </th>
              <th scope="col" className="py-0.5 text-start font-normal">
                {text("after")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([id, what, from, to]) => (
              <tr key={id} className="border-t border-amber-line align-baseline">
                <th scope="row" className="py-1 pe-4 text-start font-normal text-ink-2">
                  {what}
                </th>
                <td className="py-1 pe-4">{from}</td>
                <td className="py-1 font-semibold">{to}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {justification === null ? null : (
        <Disclosure summary={text("justification")}>
          <p className="whitespace-pre-wrap">
            {justification.trim() === "" ? text("nothing") : justification}
          </p>
        </Disclosure>
      )}
    </>
  );
}
