import { expect, expectTypeOf, test } from "vitest";
import { command, type Command } from "@/app/api/commands/[command]/command";
import { everybody } from "@/app/api/commands/[command]/open-to";
import type { CommandContext } from "@/lib/authz/actor";
import { postCommand, type CommandResult } from "@/lib/commands/client";
import type { CommandAnswer, CommandInput, CommandName } from "@/lib/commands/contract";
import { commandNames, isCommandName } from "@/lib/commands/names";
import type { Arrived } from "@/lib/commands/wire";
import { cycleTargetSchema } from "@/lib/cycle/schema";
import { ok, refuse, type Outcome } from "@/lib/errors/outcome";
import { inviteSchema } from "@/lib/access/schema";
import type { StaleSheet } from "@/lib/sheet/types";

/** What must not compile is marked; a mark without an error does not compile either. */

test("the names are those of the contract, each once", () => {
  expect(new Set(commandNames).size).toBe(commandNames.length);
  expect(commandNames.every(isCommandName)).toBe(true);
});

test.each(["constructor", "__proto__", "toString", "self-review.saves", ""])(
  "%j is no command",
  (name) => {
    expect(isCommandName(name)).toBe(false);
  },
);

test("a caller knows the answer without asserting it", () => {
  expectTypeOf<CommandAnswer<"self-review.submit">>().toEqualTypeOf<{
    readonly version: number;
    readonly value: { readonly total: number };
  }>();
  expectTypeOf<CommandAnswer<"access.revoke-role">>().toEqualTypeOf<null>();
  const unread = (result: CommandResult<"cycle.open">) => {
    // @ts-expect-error the answer of an opened cycle has no version
    if (result.ok) String(result.value.version);
  };
  expect(unread).toBeTypeOf("function");
});

test("a caller knows what comes with a refusal", () => {
  const read = (result: CommandResult<"self-review.save">) => {
    if (result.ok) return null;
    // @ts-expect-error only a stale save brings the sheet along
    if (result.code === "wrong_state") String(result.data?.values);
    return result.code === "stale" ? result.data : null;
  };
  expectTypeOf<NonNullable<ReturnType<typeof read>>>().toExtend<Omit<StaleSheet, "never">>();
  expect(read({ ok: false, code: "offline" })).toBeNull();
});

test("a caller cannot send what the command does not take", () => {
  const attempts = (name: "cycle.close") => [
    // @ts-expect-error a version is missing
    () => postCommand(name, { cycleId: "1" }),
    // @ts-expect-error a command that is not there
    () => postCommand("cycle.reopen", { cycleId: "1", version: 1 }),
  ];
  expect(attempts).toBeTypeOf("function");
  expectTypeOf<CommandInput<"second-level.return">>().toExtend<{
    readonly reasons: readonly { readonly value?: string | null | undefined }[];
  }>();
});

interface Dated {
  readonly at: Date;
}

test("an answer JSON would change fits nothing", () => {
  expectTypeOf<Arrived<Dated>>().toBeNever();
  expectTypeOf<Arrived<{ readonly all: readonly Dated[] }>>().toBeNever();
  expectTypeOf<Arrived<{ readonly names: ReadonlySet<string> }>>().toBeNever();
  expectTypeOf<Arrived<{ readonly run: () => void }>>().toBeNever();
  expectTypeOf<Arrived<{ readonly at: string; readonly of?: null }>>().not.toBeNever();
  expectTypeOf<
    { [N in CommandName]: [CommandAnswer<N>] extends [never] ? N : never }[CommandName]
  >().toBeNever();
});

test("the registry takes a command as the contract has it, and no other", () => {
  type Run<T> = (context: CommandContext, input: unknown) => Promise<T>;
  const closing = (run: Run<Outcome<{ version: number }, { stale: { version: number } }>>) =>
    command(cycleTargetSchema, run, everybody);
  const right: Command<"cycle.close"> = closing(() => Promise.resolve(ok({ version: 1 })));
  const other = () => Promise.resolve(ok({ cycleId: "1" }));
  // @ts-expect-error another command's answer
  const answer: Command<"cycle.close"> = command(cycleTargetSchema, other, everybody);
  const opened = () => Promise.resolve(ok({ version: 1 }));
  // @ts-expect-error another command's input
  const input: Command<"cycle.close"> = command(inviteSchema, opened, everybody);
  const surplus = () => Promise.resolve(refuse("duplicate", { data: { version: 1 } }));
  // @ts-expect-error data the contract does not name
  const data: Command<"cycle.close"> = command(cycleTargetSchema, surplus, everybody);
  // @ts-expect-error a registry without its other commands
  const registry: { [Name in CommandName]: Command<Name> } = { "cycle.close": right };
  expect([right, answer, input, data, registry]).toHaveLength(5);
});
