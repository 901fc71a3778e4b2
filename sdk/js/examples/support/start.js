// Shared setup of the examples: the address and the keys that `parleyd dev` prints.
import { Parley } from "parley-sdk";

export const host = process.env.PARLEY_URL ?? "http://127.0.0.1:8080";
export const appId = process.env.PARLEY_APP_ID ?? "my-app";
export const authKey = process.env.PARLEY_AUTH_KEY ?? "AUTH_KEY";

export function start() {
  const settings = new Parley.AppSettingsBuilder()
    .setHost(host)
    .autoEstablishSocketConnection(false) // An open connection would keep Node running.
    .build();
  return Parley.init(appId, settings);
}

/**
 * Stands in for your own back end, which creates the token with its REST API Key.
 * @param {string} uid
 * @returns {Promise<string>}
 */
export async function fetchAuthToken(uid) {
  const response = await fetch(`${host}/try-it/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ uid }),
  });
  const { data } = await response.json();
  return data.authToken;
}
