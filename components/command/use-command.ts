"use client";

import { postCommand, type CommandNotDone } from "@/lib/commands/client";
import type { CommandAnswer, CommandInput, CommandName } from "@/lib/commands/contract";
import { useSend, type Sending, type SendOptions } from "./use-send";

export type UseCommand<Name extends CommandName> = Sending<
  CommandInput<Name>,
  CommandAnswer<Name>,
  CommandNotDone<Name>
>;

/** One command of one page. */
export function useCommand<Name extends CommandName>(
  name: Name,
  options?: SendOptions<CommandAnswer<Name>, CommandInput<Name>>,
): UseCommand<Name> {
  return useSend((input: CommandInput<Name>) => postCommand(name, input), options);
}
