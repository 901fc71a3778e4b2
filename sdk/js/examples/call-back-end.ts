import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { authKey, start } from "./support/start.js";

// Stands in for your own back end, which also checks the signature: see examples/verify-jwt.
const server = createServer(({ headers }, response) => {
  const [, claims = ""] = headers.authorization?.split(".") ?? [];
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string };
  response.end(`Orders of ${sub}`);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const myBackEnd = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

await start();
await Parley.login("cometchat-uid-1", authKey);

// #region call-back-end
import { Parley } from "parley-sdk";

async function callBackEnd(url: string): Promise<Response> {
  const jwt = await Parley.getJwt();
  return fetch(url, { headers: { authorization: `Bearer ${jwt}` } });
}
// #endregion call-back-end

console.log(await (await callBackEnd(`${myBackEnd}/orders`)).text());
await Parley.logout();
server.close();
server.closeAllConnections();
