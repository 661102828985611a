import type { z } from "zod";
import type { Actor, CommandContext } from "@/lib/authz/actor";
import type { CommandName, CommandOutcome, CommandSchema } from "@/lib/commands/contract";
import { parseInput } from "@/lib/commands/request";
import { refuse, type AnyOutcome, type Refusal } from "@/lib/errors/outcome";

/** `unreadable`: why there is no body. */
export type Execute = (
  context: CommandContext,
  body: unknown,
  unreadable?: Refusal,
) => Promise<AnyOutcome>;

/** Whether somebody may do this at all, as far as a body that is not right says what it is about. */
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
 * A right body is authorised by the command itself, under its lock. What is wrong with another is shown only to those who
 * may do this: to anybody else the command is not there.
 */
export function command<Schema extends z.ZodType, Result extends AnyOutcome>(
  schema: Schema,
  run: (context: CommandContext, input: z.output<Schema>) => Promise<Result>,
  openTo: OpenTo,
): Bound<Schema, Result> {
  const execute: Execute = async (context, body, unreadable) => {
    const input = unreadable ?? parseInput(schema, body);
    if (input.ok) return run(context, input.value);
    return (await openTo(context.actor, body)) ? input : unknownCommand;
  };
  return { schema, run, execute };
}
