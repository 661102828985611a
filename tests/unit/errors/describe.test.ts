import { describe, expect, test } from "vitest";
import { describeError } from "@/lib/errors/describe";

const secret = "员工戊 客户第一 4.5";

class DatabaseError extends Error {
  code = "P2010";
  meta = { driverAdapterError: { cause: { originalMessage: secret } } };
}

describe("what is logged of an error", () => {
  test("kind, code and place, never the message", () => {
    const error = new DatabaseError(`invalid value: "${secret}"\nat ${secret} (x.ts:1:1)`);
    const shown = describeError(error);
    expect(shown).toMatchObject({ type: "DatabaseError", code: "P2010" });
    expect(shown.at[0]).toContain("describe.test.ts");
    expect(JSON.stringify(shown)).not.toContain(secret);
  });

  test("the same of its cause", () => {
    const cause = Object.assign(new Error(secret), { code: "23505", detail: secret });
    const shown = describeError(new Error(secret, { cause }));
    expect(shown.cause).toMatchObject({ type: "Error", code: "23505" });
    expect(JSON.stringify(shown)).not.toContain(secret);
  });

  test.each([[secret], [null], [undefined], [{ name: secret, code: secret, stack: secret }]])(
    "nothing of a thrown %j",
    (thrown) => {
      expect(JSON.stringify(describeError(thrown))).not.toContain(secret);
    },
  );

  test("it ends when an error is its own cause", () => {
    const error = new Error(secret);
    error.cause = error;
    expect(JSON.stringify(describeError(error))).not.toContain(secret);
  });
});
