import type { z } from "zod";
import type { CommandContext } from "@/lib/authz/actor";
import type { CommandName, CommandOutcome, CommandSchema } from "@/lib/commands/contract";
import { parseInput } from "@/lib/commands/request";
import type { AnyOutcome } from "@/lib/errors/outcome";

export type Execute = (context: CommandContext, body: unknown) => Promise<AnyOutcome>;

interface Bound<Schema extends z.ZodType, Result> {
  readonly schema: Schema;
  readonly run: (context: CommandContext, input: z.output<Schema>) => Promise<Result>;
  readonly execute: Execute;
}

export type Command<Name extends CommandName> = Bound<CommandSchema<Name>, CommandOutcome<Name>>;

export function command<Schema extends z.ZodType, Result extends AnyOutcome>(
  schema: Schema,
  run: (context: CommandContext, input: z.output<Schema>) => Promise<Result>,
): Bound<Schema, Result> {
  const execute: Execute = async (context, body) => {
    const input = parseInput(schema, body);
    return input.ok ? run(context, input.value) : input;
  };
  return { schema, run, execute };
}
