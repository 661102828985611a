"use client";

import { useTranslations } from "next-intl";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useReader } from "@/components/reader/use-reader";
import { Button } from "@/components/ui/actions/button";
import type { BeneficiaryLink } from "@/lib/beneficiary/types";

interface LinksProps {
  appraisalId: string;
  links: readonly BeneficiaryLink[];
}

/** The links made for a score, each with how it stands; an open one can be revoked. */
export function Links({ appraisalId, links }: LinksProps) {
  const text = useTranslations("dossier.beneficiary.link");
  const { moment } = useReader();
  const revoking = useCommand("beneficiary.revoke-link", { refresh: "always" });
  if (links.length === 0) return null;
  return (
    <section aria-label={text("list")} className="grid gap-2 text-sm">
      <p className="font-semibold">{text("list")}</p>
      <Problem text={revoking.problem} />
      <ul className="grid gap-2">
        {links.map(({ id, question, state, expiresAt }) => (
          <li key={id} className="grid gap-1 rounded-lg border border-line px-3 py-2">
            <p className="break-words whitespace-pre-wrap">{question}</p>
            <div className="flex flex-wrap items-center gap-3 text-ink-2">
              <span>
                {text(`states.${state}`)}
                {state === "open" ? ` · ${text("until", { moment: moment(expiresAt) })}` : null}
              </span>
              {state === "open" ? (
                <Button
                  pending={revoking.pending}
                  onClick={() => void revoking.send({ appraisalId, linkId: id })}
                >
                  {text("revoke")}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
