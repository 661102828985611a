import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { FailedSignIns } from "@/lib/access/types";

/** Shown after signing in: somebody, perhaps the reader, tried this login and failed. */
export function FailuresNotice({ failures }: { failures: FailedSignIns }) {
  const text = useTranslations("auth.failures");
  const { moment } = useReader();
  const { count, lastAt } = failures;
  return (
    <Notice tone="warn" title={text("title", { count })}>
      <p>
        {text("body", { moment: moment(new Date(lastAt)) })}{" "}
        <Link href="/security" className="link">
          {text("link")}
        </Link>
      </p>
    </Notice>
  );
}
