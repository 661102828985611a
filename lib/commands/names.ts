import { contract, type CommandName } from "./contract";

export type { CommandName };

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(contract, name);
}

/** Every write the application knows. */
export const commandNames: readonly CommandName[] = Object.keys(contract).filter(isCommandName);
