"use client";

import { useRouter } from "next/navigation";
import { useToast } from "@/components/ui/feedback/toast";

/**
 * Says what was decided and goes on: a list is read anew; the page of a sheet, which its reader may no longer open then,
 * leads back to its list. For commands with `refresh: "never"`: read anew on the way out, the page would be a 404.
 */
export function useDecided(list?: string): (title: string) => void {
  const router = useRouter();
  const toast = useToast();
  return (title) => {
    toast({ title });
    if (list !== undefined) router.replace(list);
    router.refresh();
  };
}
