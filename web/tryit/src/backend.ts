/** A sample user as `parleyd dev` announces it. */
export interface SampleUser {
  uid: string;
  name: string;
  avatar: string;
}

/** What the page needs to know of the server behind it. */
export interface Config {
  appId: string;
  region: string;
  authKey: string;
  users: SampleUser[];
}

/** The little back end did not do its part. `message` is fit for a person. */
export class BackendError extends Error {
  readonly code = "TRY_IT_BACKEND";
}

/**
 * Reads the keys and sample users of `parleyd dev`.
 * @throws BackendError that says what to do when the server is away or is not `parleyd dev`.
 */
export async function loadConfig(): Promise<Config> {
  const config = await request("/try-it/config.json", { headers: { accept: "application/json" } });
  if (!isConfig(config)) {
    throw new BackendError(
      "The server answered /try-it/config.json with something else than its configuration. " +
        "Page and server are probably of different versions: run make build, then make run.",
    );
  }
  return config;
}

/**
 * Asks the little back end for an auth token, as your page would ask yours.
 * @param expiresIn lifetime in seconds; without it the token lives as long as the app allows.
 */
export async function mintToken(uid: string, expiresIn?: number): Promise<string> {
  const answer = await request("/try-it/tokens", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(expiresIn === undefined ? { uid } : { uid, expiresIn }),
  });
  const token = (answer as { data?: { authToken?: unknown } } | null)?.data?.authToken;
  if (typeof token !== "string") throw new BackendError("The back end answered without a token.");
  return token;
}

async function request(path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new BackendError(
      `The server does not answer at ${location.origin}. Start it with make run, then try again.`,
    );
  }
  if (!response.ok) {
    throw new BackendError(
      `The server answered ${response.status} to ${path}. This page works with parleyd dev only: ` +
        "stop this server, start it with make run, then try again.",
    );
  }
  return response.json().catch(() => null);
}

function isConfig(value: unknown): value is Config {
  const config = value as Partial<Config> | null;
  return (
    typeof config?.appId === "string" &&
    typeof config.region === "string" &&
    typeof config.authKey === "string" &&
    Array.isArray(config.users) &&
    config.users.length > 0
  );
}
