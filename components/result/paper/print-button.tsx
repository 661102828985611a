"use client";
import { Printer } from "lucide-react";
import { Button } from "@/components/ui/actions/button";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button
      size="sm"
      icon={<Printer aria-hidden className="size-4" />}
      onClick={() => window.print()}
    >
      {label}
    </Button>
  );
}
