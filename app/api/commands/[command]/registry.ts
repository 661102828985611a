import type { z } from "zod";
import type { CommandContext } from "@/lib/authz/actor";
import { commandNames, type CommandName } from "@/lib/commands/names";
import { parseInput } from "@/lib/commands/request";
import type { Outcome } from "@/lib/errors/outcome";
import {
  returnSelfReview,
  saveManagerValue,
  submitManagerSheet,
} from "@/lib/manager-scoring/commands";
import {
  returnSelfReviewSchema,
  saveManagerValueSchema,
  submitManagerSheetSchema,
} from "@/lib/manager-scoring/schema";

type Execute = (context: CommandContext, body: unknown) => Promise<Outcome<unknown>>;

function command<T>(
  schema: z.ZodType<T>,
  run: (context: CommandContext, input: T) => Promise<Outcome<unknown>>,
): Execute {
  return async (context, body) => {
    const input = parseInput(schema, body);
    return input.ok ? run(context, input.value) : input;
  };
}

/** Exhaustive by type: a name without a command does not compile. */
const registry: Readonly<Record<CommandName, Execute>> = {
  "manager-scoring.save": command(saveManagerValueSchema, saveManagerValue),
  "manager-scoring.submit": command(submitManagerSheetSchema, submitManagerSheet),
  "manager-scoring.return-self-review": command(returnSelfReviewSchema, returnSelfReview),
};

export function commandNamed(name: string): Execute | null {
  const known = commandNames.find((candidate) => candidate === name);
  return known === undefined ? null : registry[known];
}
