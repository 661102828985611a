import type { z } from "zod";
import type { Actor, CommandContext } from "@/lib/authz/actor";
import type { CommandName, CommandOutcome, CommandSchema } from "@/lib/commands/contract";
import { parseInput } from "@/lib/commands/request";
import { refuse, type AnyOutcome, type Refusal } from "@/lib/errors/outcome";

/** `unreadable`: the refusal where the body could not be read. */
export type Execute = (
  context: CommandContext,
  body: unknown,
  unreadable?: Refusal,
) => Promise<AnyOutcome>;

/** Whether this person may give the command at all; the body is not valid, and may still say what it is about. */
export type OpenTo = (actor: Actor, body: unknown) => boolean | Promise<boolean>;

interface Bound<Schema extends z.ZodType, Result> {
  readonly schema: Schema;
  readonly run: (context: CommandContext, input: z.output<Schema>) => Promise<Result>;
  readonly execute: Execute;
}

export type Command<Name extends CommandName> = Bound<CommandSchema<Name>, CommandOutcome<Name>>;

/** What is not there, and what is not there for this person. */
export const unknownCommand = refuse("unknown_command");

/**
 * With a valid body the command itself authorises, under its lock. What is wrong with any other body is shown only to those
 * who may give the command; to anybody else there is no such command.
 */
export function command<Schema extends z.ZodType, Result extends AnyOutcome>(
  schema: Schema,
  run: (context: CommandContext, input: z.output<Schema>) => Promise<Result>,
  openTo: OpenTo,
  done?: (context: CommandContext) => Promise<void>,
): Bound<Schema, Result> {
  const execute: Execute = async (context, body, unreadable) => {
    const input = unreadable ?? parseInput(schema, body);
    if (input.ok) {
      const outcome = await run(context, input.value);
      if (outcome.ok) await done?.(context);
      return outcome;
    }
    return (await openTo(context.actor, body)) ? input : unknownCommand;
  };
  return { schema, run, execute };
}
