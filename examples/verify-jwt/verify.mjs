/**
 * node verify.mjs JWT
 *
 * What a service of yours does with the `jwt` of a user: it finds out who the user is without a call
 * to Parley. Prints the UID; exits 1 with the reason when the JWT is not valid for this app.
 */
import { pathToFileURL } from "node:url";
import { createRemoteJWKSet, jwtVerify } from "jose";

const { PARLEY_URL, PARLEY_APP_ID } = process.env;

// #region verify-jwt
const keys = createRemoteJWKSet(new URL("/.well-known/jwks.json", PARLEY_URL));

/** The UID of the user; throws when the JWT is expired, forged, or made for another app. */
export async function verifiedUid(jwt) {
  const { payload } = await jwtVerify(jwt, keys, {
    issuer: PARLEY_URL, // The public address of your server: https://chat.example.com
    audience: PARLEY_APP_ID, // The keys are the same for all apps of a server.
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
