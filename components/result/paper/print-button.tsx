"use client";
import { Printer } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { Button } from "@/components/ui/actions/button";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button
      size="sm"
      icon={<Icon of={Printer} className="size-4" />}
      onClick={() => window.print()}
    >
      {label}
    </Button>
  );
}
