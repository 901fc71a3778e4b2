/** Users who have the maximum number of auth tokens, so that each new token ends another. */
import { post } from "./parley.mjs";
import { forAll } from "./side_by_side.mjs";

/** The default of an app's maxTokensPerUser. */
const cap = 100;
/** Must match bench/scripts/login_at_cap.lua. */
const users = 20;

export const cappedUser = (i) => `capped-${i}`;

/** Creates the users, and logs each of them in once more than the cap allows. */
export async function fillToCap({ url }, { keys: { apiKey: apikey } }) {
  const tokensOf = (i) => `${url}/v3/users/${cappedUser(i)}/auth_tokens`;
  await forAll(users, (i) =>
    post(`${url}/v3/users`, { apikey }, { uid: cappedUser(i), name: `Capped User ${i}` }),
  );
  await forAll(users * (cap + 1), (i) => post(tokensOf(i % users), { apikey }, {}));
  const { meta } = await (await fetch(tokensOf(0), { headers: { apikey } })).json();
  if (meta.pagination.total !== cap) throw new Error(`the cap of tokens is not ${cap}`);
}
