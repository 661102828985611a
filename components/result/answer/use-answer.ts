"use client";
import { useRouter } from "next/navigation";
import { useCommand } from "@/components/command/use-command";
import { useToast } from "@/components/ui/feedback/toast";
import type { CommandName } from "@/lib/commands/names";

/** One of the employee's answers. True when it was accepted; the page then shows what became of it. */
export function useAnswer(name: CommandName, done: string) {
  const router = useRouter();
  const toast = useToast();
  const { pending, answer, send } = useCommand<unknown>(name);
  const give = async (input: unknown): Promise<boolean> => {
    const result = await send(input);
    if (!result.ok) return false;
    toast({ title: done });
    router.refresh();
    return true;
  };
  return { pending, answer, give };
}
