import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { recordEvents } from "@/lib/events/record";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { isPlainText } from "@/lib/text/characters";
import { emailKey, identityKey } from "@/lib/text/identity";

export const oidcProviderId = "oidc";

interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly label: string | undefined;
  readonly scope: string;
  readonly numberClaim: string | undefined;
}

/** Null until an issuer and a client id are set. */
export function oidcSettings(): OidcSettings | null {
  const {
    OIDC_ISSUER,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    OIDC_NAME,
    OIDC_SCOPE,
    OIDC_NUMBER_CLAIM,
  } = env();
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    label: OIDC_NAME,
    scope: OIDC_SCOPE,
    numberClaim: OIDC_NUMBER_CLAIM,
  };
}

export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

export function oidcProvider(settings: OidcSettings): OAuthConfig<Claims> {
  return {
    id: oidcProviderId,
    name: "OpenID Connect",
    type: "oauth",
    wellKnown: `${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: settings.clientId,
    ...(settings.clientSecret === undefined
      ? { client: { token_endpoint_auth_method: "none" } }
      : { clientSecret: settings.clientSecret }),
    authorization: { params: { scope: settings.scope } },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    httpOptions: { timeout: 10_000 },
    userinfo: {
      // Many issuers put the e-mail only there; the id token, already checked, says whose it must be.
      async request({ client, tokens }) {
        const claims = { ...tokens };
        const own =
          client.issuer.metadata.userinfo_endpoint === undefined
            ? {}
            : await client.userinfo(String(claims.access_token));
        const proven = idTokenClaims(String(claims.id_token));
        if ("sub" in own && own.sub !== proven.sub)
          throw new Error("userinfo speaks of somebody else");
        return { ...own, ...proven };
      },
    },
    profile: (claims) => ({ id: claims.sub }),
  };
}

/** Only for a token openid-client has just verified. */
function idTokenClaims(token: string): Claims {
  const payload: unknown = JSON.parse(
    Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"),
  );
  if (
    typeof payload !== "object" ||
    payload === null ||
    !("sub" in payload) ||
    typeof payload.sub !== "string"
  ) {
    throw new Error("id token without a subject");
  }
  return { ...payload, sub: payload.sub };
}

/** Whom the issuer's claims mean here: bound before, or bound now by 工号 or verified e-mail; null for a stranger. */
export async function personOfClaims(
  claims: Claims,
  settings: OidcSettings,
  now: Date,
): Promise<string | null> {
  return inTransaction(async (tx) => {
    const key = { issuer: settings.issuer, subject: claims.sub };
    const bound = await tx.externalIdentity.findUnique({
      where: { issuer_subject: key },
      select: { employeeId: true, employee: { select: { status: true } } },
    });
    if (bound !== null) return bound.employee.status === "left" ? null : bound.employeeId;
    const found = await findPerson(tx, claims, settings.numberClaim);
    if (found === null) return null;
    // Two tabs may bind at the same time; the second finds it done.
    await tx.externalIdentity.createMany({
      data: [{ ...key, employeeId: found, linkedAt: now }],
      skipDuplicates: true,
    });
    await recordEvents(tx, { actorId: found, employeeId: found, at: now }, [
      { kind: "person.identity_linked" },
    ]);
    return found;
  });
}

async function findPerson(
  tx: Tx,
  claims: Claims,
  numberClaim: string | undefined,
): Promise<string | null> {
  const number = numberClaim === undefined ? undefined : claims[numberClaim];
  const email = claims["email_verified"] === true ? claims["email"] : undefined;
  const written = typeof number === "string" ? number : email;
  if (typeof written !== "string" || !isPlainText(written)) return null;
  const by =
    typeof number === "string"
      ? { numberKey: identityKey(number) }
      : typeof email === "string"
        ? { email: emailKey(email) }
        : null;
  if (by === null) return null;
  const person = await tx.employee.findFirst({
    where: { ...by, status: { not: "left" } },
    select: { id: true },
  });
  return person?.id ?? null;
}
