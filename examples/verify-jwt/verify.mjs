/**
 * node verify.mjs JWT
 *
 * How your service verifies the `jwt` of a user without a call to Parley. Prints the UID. If the JWT is not
 * valid for this app, prints the reason and exits with 1.
 */
import { pathToFileURL } from "node:url";
// #region verify-jwt
import { createRemoteJWKSet, jwtVerify } from "jose";

const { PARLEY_URL, PARLEY_APP_ID } = process.env;
// jose does not check an audience that is not set.
if (!PARLEY_URL || !PARLEY_APP_ID) throw new Error("Set PARLEY_URL and PARLEY_APP_ID.");

const keys = createRemoteJWKSet(new URL("/.well-known/jwks.json", PARLEY_URL));

/** Returns the UID of the user. Throws if the JWT is expired, forged, or for another app. */
export async function verifiedUid(jwt) {
  const { payload } = await jwtVerify(jwt, keys, {
    issuer: PARLEY_URL.replace(/\/$/, ""), // https://chat.example.com, as in iss.
    audience: PARLEY_APP_ID, // Required: all apps of a server share the keys.
    algorithms: ["EdDSA"],
    requiredClaims: ["sub", "exp"],
  });
  return payload.sub;
}
// #endregion verify-jwt

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(await verifiedUid(process.argv[2] ?? ""));
  } catch (error) {
    console.error(`${error.code ?? error.name}: ${error.message}`);
    process.exitCode = 1;
  }
}
