import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import type { SheetSums } from "@/lib/sheet/types";
import { Arithmetic } from "./arithmetic";
import { ConsequenceList } from "./consequence-list";

/** How the manager's total, its band and the proposed consequences come about: the arithmetic, to be redone by hand. */
export function Sums({ sums }: { sums: SheetSums }) {
  const text = useTranslations("dossier.sums");
  const { consequences } = sums;
  return (
    <Card title={text("title")}>
      <div className="grid gap-3 text-sm">
        <Arithmetic sums={sums} />
        {consequences.length === 0 ? null : (
          <div className="grid gap-1">
            <p className="font-semibold">{text("consequences")}</p>
            <ConsequenceList consequences={consequences} />
          </div>
        )}
      </div>
    </Card>
  );
}
