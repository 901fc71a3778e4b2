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
  /** @param code the server's own where it said one. */
  constructor(
    message: string,
    readonly code = "TRY_IT_BACKEND",
  ) {
    super(message);
  }
}

/** What a 404 means: parleyd dev gives it to other machines, and other servers to everyone. */
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
 * @param options `expiresIn`: lifetime in seconds; without it the token lives as long as the app
 *   allows.
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
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const { code, message } = (body as { error?: Partial<BackendError> } | null)?.error ?? {};
  if (response.status === 404) throw new BackendError(worksOnlyThere(), code);
  throw new BackendError(message ?? `The server answered ${response.status} to ${path}.`, code);
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
