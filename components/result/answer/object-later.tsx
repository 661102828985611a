"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import { ObjectDialog } from "./against-dialog";

interface ObjectLaterProps {
  appraisalId: string;
  version: number;
  deadline: ReactNode;
}

/** Who has read the result may still object until the window closes. */
export function ObjectLater({ appraisalId, version, deadline }: ObjectLaterProps) {
  const text = useTranslations("result.answer");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <BottomBar
        status={
          <>
            {deadline}
            <span className="max-md:hidden">{text("stillOpen")}</span>
          </>
        }
      >
        <Button onClick={() => setAsking(true)}>{text("object")}</Button>
      </BottomBar>
      <ObjectDialog
        open={asking}
        onClose={() => setAsking(false)}
        appraisalId={appraisalId}
        version={version}
      />
    </>
  );
}
