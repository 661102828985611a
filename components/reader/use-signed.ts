import { useTranslations } from "next-intl";
import type { Signed } from "@/lib/appraisal/types";

/** The name at something that was done, with the name it was done for: “张三（代 李四）”. */
export function useSigned(): (signed: Signed) => string {
  const text = useTranslations("common.words");
  return ({ by, byFor }) => (byFor === null ? by : text("signedFor", { name: by, absent: byFor }));
}
