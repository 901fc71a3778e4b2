/** An API client that checks every answer against the contract. */
import { checkAnswer } from "./contract";
import { sendHttp, type HttpAnswer, type HttpRequest } from "./http";
import type { AuthToken, ErrorBody, Meta, User } from "./types";

export type Headers = Record<string, string | string[]>;

/** An answer that was checked against the contract. */
export class Answer<T = unknown> {
  constructor(
    private readonly call: string,
    private readonly http: HttpAnswer,
  ) {}

  get status(): number {
    return this.http.status;
  }

  get headers(): HttpAnswer["headers"] {
    return this.http.headers;
  }

  get text(): string {
    return this.http.text;
  }

  /** `data` of a success. Throws if the answer is an error. */
  get data(): T {
    return this.part<T>("data");
  }

  get pagination(): Meta["pagination"] {
    return this.part<Meta>("meta").pagination;
  }

  /** The error. Throws if the answer is a success. */
  get error(): ErrorBody {
    return this.part<ErrorBody>("error");
  }

  /** Status and code: "200", "404 ERR_UID_NOT_FOUND". */
  get outcome(): string {
    return this.status < 400 ? `${this.status}` : `${this.status} ${this.error.code}`;
  }

  private part<P>(name: string): P {
    const body = JSON.parse(this.text) as Record<string, unknown>;
    if (!(name in body)) throw new Error(`${this.call}: no ${name} in ${this.status} ${this.text}`);
    return body[name] as P;
  }
}

export interface CallOptions {
  headers?: Headers;
  /** Sent as JSON, except that a string or Buffer is sent unchanged. */
  body?: unknown;
}

/** How to reach the server: the loopback address to call from, and the certificate authority to trust. */
export type Way = Pick<HttpRequest, "from" | "ca">;

export class Client {
  /** `headers` are sent with every call. */
  constructor(
    readonly origin: string,
    readonly headers: Headers = {},
    readonly way: Way = {},
  ) {}

  /** The same server with other credentials. */
  with(headers: Headers): Client {
    return new Client(this.origin, headers, this.way);
  }

  async call<T>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    const { body } = options;
    const isRaw = body === undefined || typeof body === "string" || Buffer.isBuffer(body);
    const type: Headers = body === undefined ? {} : { "content-type": "application/json" };
    const request: HttpRequest = {
      ...this.way,
      method,
      path,
      headers: { ...type, ...this.headers, ...options.headers },
      ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
    };
    const answer = await sendHttp(this.origin, request);
    checkAnswer(method, path, answer);
    return new Answer<T>(`${method} ${path}`, answer);
  }

  get<T>(path: string, headers: Headers = {}): Promise<Answer<T>> {
    return this.call<T>("GET", path, { headers });
  }

  post<T>(path: string, body?: unknown, headers: Headers = {}): Promise<Answer<T>> {
    return this.call<T>("POST", path, { body, headers });
  }

  put<T>(path: string, body?: unknown, headers: Headers = {}): Promise<Answer<T>> {
    return this.call<T>("PUT", path, { body, headers });
  }

  delete<T>(path: string, body?: unknown, headers: Headers = {}): Promise<Answer<T>> {
    return this.call<T>("DELETE", path, { body, headers });
  }
}

let sequence = 0;

/** A uid that no other test in the file uses. */
export const freshUid = (prefix = "user"): string => `${prefix}-${++sequence}`;

/** Creates a user with a key of the app, with the given additional fields. */
export async function createUser(api: Client, fields: Partial<User> & object = {}): Promise<User> {
  const uid = fields.uid ?? freshUid();
  const answer = await api.post<User>("/v3/users", { uid, name: `Name of ${uid}`, ...fields });
  return answer.data;
}

/** Logs a user in with a key of the app. */
export async function logIn(api: Client, uid: string, body: object = {}): Promise<AuthToken> {
  return (await api.post<AuthToken>(`/v3/users/${uid}/auth_tokens`, body)).data;
}

/** A client with the auth token of a new user. */
export async function newClient(
  api: Client,
): Promise<{ user: User; token: AuthToken; me: Client }> {
  const user = await createUser(api);
  const token = await logIn(api, user.uid);
  return { user, token, me: api.with({ authToken: token.authToken }) };
}
