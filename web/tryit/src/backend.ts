/** A sample user of `parleyd dev`. */
export interface SampleUser {
  uid: string;
  name: string;
  avatar: string;
}

/** What the page needs to know about its server. */
export interface Config {
  appId: string;
  region: string;
  authKey: string;
  users: SampleUser[];
}

/** A call to the back end of this page failed. `message` can be shown to users. */
export class BackendError extends Error {
  /** @param code the server's error code, if it sent one. */
  constructor(
    message: string,
    readonly code = "TRY_IT_BACKEND",
  ) {
    super(message);
  }
}

/**
 * Explains a 404: parleyd dev sends it to other machines, and other servers send it to everyone.
 */
function worksOnlyThere(): string {
  const port = location.port && `:${location.port}`;
  return (
    "This page works only on the machine that runs parleyd dev. " +
    `Open ${location.protocol}//127.0.0.1${port} there, or forward the port with ssh -L. ` +
    "If another server runs here now, stop it and start make run."
  );
}

/**
 * Reads the keys and sample users of `parleyd dev`.
 * @throws BackendError that says what to do if the server is down or is not `parleyd dev`.
 */
export async function loadConfig(): Promise<Config> {
  const config = await request("/try-it/config.json", { headers: { accept: "application/json" } });
  if (!isConfig(config)) {
    throw new BackendError(
      "The server did not return its configuration at /try-it/config.json. " +
        "The versions of page and server probably differ: run make build, then make run.",
    );
  }
  return config;
}

/**
 * Gets an auth token from the back end of this page, as your page would from yours.
 * @param options `expiresIn`: lifetime in seconds; the app's setting by default.
 */
export async function mintToken(
  uid: string,
  options: { expiresIn?: number } = {},
): Promise<string> {
  const answer = await request("/try-it/tokens", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ uid, ...options }),
  });
  const token = (answer as { data?: { authToken?: unknown } } | null)?.data?.authToken;
  if (typeof token !== "string") throw new BackendError("The back end returned no token.");
  return token;
}

async function request(path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new BackendError(
      `The server does not respond at ${location.origin}. Start it with make run, then try again.`,
    );
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const { code, message } = (body as { error?: Partial<BackendError> } | null)?.error ?? {};
  if (response.status === 404) throw new BackendError(worksOnlyThere(), code);
  throw new BackendError(message ?? `The server returned ${response.status} for ${path}.`, code);
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
