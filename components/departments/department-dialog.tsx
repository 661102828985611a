"use client";
import { Pencil } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Dialog } from "@/components/ui/overlay/dialog";
import { departmentText } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";
import type { PersonLink } from "@/lib/people/types";
import { departmentKeep, DepartmentForm } from "./department-form";

interface DepartmentDialogProps {
  department: DepartmentNode | null;
  departments: readonly DepartmentNode[];
  suggestions: readonly PersonLink[];
}

export function DepartmentDialog({ department, departments, suggestions }: DepartmentDialogProps) {
  const text = useTranslations("people.tree");
  const locale = useLocale();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      {department === null ? (
        <Button variant="primary" onClick={() => setOpen(true)}>
          {text("add")}
        </Button>
      ) : (
        <Button
          size="sm"
          variant="quiet"
          aria-label={text("edit", { name: departmentText(department, locale) })}
          onClick={() => setOpen(true)}
        >
          <Icon of={Pencil} className="size-4" />
          {text("change")}
        </Button>
      )}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        keep={departmentKeep(department)}
        title={text(department === null ? "newTitle" : "editTitle")}
      >
        <DepartmentForm
          department={department}
          departments={departments}
          suggestions={suggestions}
          onDone={done}
        />
      </Dialog>
    </>
  );
}
