import Link from "next/link";
import { useTranslations } from "next-intl";
import { BackLink } from "@/components/ui/layout/back-link";
import type { TeamStrip } from "@/lib/manager-scoring/types";
import { personNavIds } from "./person-nav-ids";

/** The way back and to the neighbours; the keys j and k press these links. */
export function PersonNav({ team }: { team: TeamStrip }) {
  const text = useTranslations("manager-scoring.strip");
  const link = "inline-flex touch items-center text-ink-2 hover:text-jade hover:underline";
  return (
    <nav aria-label={text("neighbours")} className="flex flex-wrap justify-between gap-x-6 text-sm">
      <BackLink href="/manager-scoring">{text("back")}</BackLink>
      <span className="flex flex-wrap gap-x-5">
        {team.previous === null ? null : (
          <Link
            id={personNavIds.previous}
            href={`/manager-scoring/${team.previous.appraisalId}`}
            className={link}
          >
            {text("previous", { name: team.previous.person.name })}
          </Link>
        )}
        {team.next === null ? null : (
          <Link
            id={personNavIds.next}
            href={`/manager-scoring/${team.next.appraisalId}`}
            className={link}
          >
            {text("next", { name: team.next.person.name })}
          </Link>
        )}
      </span>
    </nav>
  );
}
