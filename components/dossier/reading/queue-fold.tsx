"use client";

import { ListTodo } from "lucide";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Icon } from "@/components/ui/marks/icon";

/** Beside a wide page the queue stands open; on a narrow one it is a press away. */
export function QueueFold({ children }: { children: ReactNode }) {
  const text = useTranslations("dossier.reading");
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div className="no-print min-w-0">
      <div className="lg:hidden">
        <Button
          size="sm"
          icon={<Icon of={ListTodo} className="size-4" />}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen((before) => !before)}
        >
          {text(open ? "fold" : "unfold")}
        </Button>
      </div>
      <div id={id} className={open ? "max-lg:mt-3" : "max-lg:hidden"}>
        {children}
      </div>
    </div>
  );
}
