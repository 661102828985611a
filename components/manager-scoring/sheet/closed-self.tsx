import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/feedback/notice";

/** Where the self-review of a value would stand, by a policy of “manager first”: what opens it. */
export function ClosedSelf() {
  const text = useTranslations("manager-scoring.closed");
  return <Notice title={text("title")}>{text("body")}</Notice>;
}
