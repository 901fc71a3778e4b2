/** JSON Web Tokens of the server under test. */
import { createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Claims {
  iss: string;
  aud: string;
  sub: string;
  app: string;
  sid: string;
  iat: number;
  exp: number;
}

const decode = <T>(part: string): T => JSON.parse(Buffer.from(part, "base64url").toString()) as T;
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export const headerOf = (jwt: string): { alg: string; kid: string } =>
  decode(jwt.split(".")[0] ?? "");

/** Does not check the signature. */
export const claimsOf = (jwt: string): Claims => decode(jwt.split(".")[1] ?? "");

/** The JWT with other claims, signed with the key in this data directory. undefined omits a claim. */
export function resigned(
  jwt: string,
  claims: { [Name in keyof Claims]?: Claims[Name] | undefined },
  dataDir: string,
): string {
  const signed = `${jwt.split(".")[0]}.${encode({ ...claimsOf(jwt), ...claims })}`;
  const key = createPrivateKey(readFileSync(join(dataDir, "jwt.pem")));
  return `${signed}.${sign(null, Buffer.from(signed), key).toString("base64url")}`;
}

/** The JWT as it would be one day after the login. */
export const expiredCopy = (jwt: string, dataDir: string): string => {
  const { iat, exp } = claimsOf(jwt);
  return resigned(jwt, { iat: iat - 90_000, exp: exp - 90_000 }, dataDir);
};
