/** One request as the server received it. */
export interface SeenRequest {
  /** For example `PUT /v3/me`. */
  readonly call: string;
  readonly url: URL;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown> | undefined;
  readonly options: RequestInit;
}

type Json = Record<string, unknown>;

export const AUTH_KEY = "0123456789abcdef0123456789abcdef01234567";

/** Implements the part of the wire contract that the SDK's rules depend on. */
export class FakeServer {
  readonly requests: SeenRequest[] = [];
  readonly users = new Map<string, Json>();
  /** For each token, its uid, or the error code that the server returns for it. */
  readonly tokens = new Map<string, { uid: string } | { code: string }>();
  offline = false;
  private readonly held = new Map<string, Promise<void>>();
  private tokenCount = 0;

  constructor() {
    for (const uid of ["andrew", "george"]) this.addUser({ uid, name: uid });
  }

  addUser(user: Json): void {
    const defaults = { role: "default", status: "offline", deactivatedAt: 0, tags: [] };
    this.users.set(String(user.uid), { ...defaults, ...user });
  }

  issueToken(uid: string): string {
    const token = `${uid}_1771312489${String(++this.tokenCount).padStart(30, "x")}`;
    this.tokens.set(token, { uid });
    return token;
  }

  /** Rejects the token with this code from now on. */
  refuse(token: string, code: string): void {
    this.tokens.set(token, { code });
  }

  lives(token: string): boolean {
    const known = this.tokens.get(token);
    return known !== undefined && "uid" in known;
  }

  /** Holds back responses to this call until the returned function is called. */
  hold(call: string): () => void {
    let release = (): void => undefined;
    this.held.set(call, new Promise((resolve) => (release = resolve)));
    return () => {
      this.held.delete(call);
      release();
    };
  }

  calls(): string[] {
    return this.requests.map((request) => request.call);
  }

  readonly fetch = async (address: string, options: RequestInit): Promise<Response> => {
    const url = new URL(address);
    const headers = options.headers as Record<string, string>;
    const body = options.body ? (JSON.parse(String(options.body)) as Json) : undefined;
    const call = `${options.method} ${url.pathname}`;
    const request = { call, url, headers, body, options };
    this.requests.push(request);
    if (this.offline) throw new TypeError("fetch failed");
    const answer = this.answer(request);
    await Promise.race([this.held.get(call), aborted(options.signal)]);
    return answer;
  };

  private answer(request: SeenRequest): Response {
    const { apikey, authToken } = request.headers;
    if (apikey !== undefined) {
      if (apikey !== AUTH_KEY) return failure(401, "AUTH_ERR_APIKEY_NOT_FOUND");
      return this.answerToKey(request);
    }
    const known = this.tokens.get(authToken ?? "") ?? { code: "AUTH_ERR_AUTH_TOKEN_NOT_FOUND" };
    if ("code" in known) return failure(401, known.code);
    const user = this.users.get(known.uid);
    return user
      ? this.answerToUser(request, authToken ?? "", user)
      : failure(401, "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
  }

  private answerToKey({ call, body }: SeenRequest): Response {
    if (call === "POST /v3/users") {
      this.addUser(body ?? {});
      return success(this.users.get(String(body?.uid)));
    }
    const [, uid = "", rest = ""] = /\/v3\/users\/([^/]+)(.*)$/.exec(call) ?? [];
    const user = this.users.get(uid);
    if (!user) return failure(404, "ERR_UID_NOT_FOUND");
    if (rest === "/auth_tokens") return success({ uid, authToken: this.issueToken(uid) });
    return success(Object.assign(user, body));
  }

  private answerToUser({ call, url, body }: SeenRequest, token: string, user: Json): Response {
    switch (call) {
      case "PUT /v3/me":
        if (body && !("platform" in body)) Object.assign(user, body);
        return success({ ...user, status: "available", authToken: token, jwt: "a.b.c" });
      case "DELETE /v3/me":
        this.tokens.delete(token);
        return success({ success: true, message: "Logout completed successfully" });
      case "POST /v3/me/jwt":
        return success({ jwt: `header.${String(user.uid)}.signature` });
      case "GET /v3/me/sessions":
        return success([{ id: "ses_1", authToken: "masked", createdAt: 1, current: true }]);
      case "POST /v3/online-members":
        return success({ onlineUsersCount: 1 });
      case "GET /v3/users":
      case "GET /v3/blockedusers":
        return success(this.page(user, url.searchParams));
      default:
        return this.answerOne(call);
    }
  }

  private answerOne(call: string): Response {
    const uid = /^GET \/v3\/users\/([^/]+)$/.exec(call)?.[1];
    if (uid === undefined) return success({ success: true, message: "Done." });
    return this.users.has(uid) ? success(this.users.get(uid)) : failure(404, "ERR_UID_NOT_FOUND");
  }

  private page(caller: Json, query: URLSearchParams): Json[] {
    const size = Number(query.get("perPage"));
    const start = (Number(query.get("page")) - 1) * size;
    const others = [...this.users.values()].filter((user) => user !== caller);
    return others.slice(start, start + size);
  }
}

function success(data: unknown): Response {
  return Response.json({ data });
}

function failure(status: number, code: string): Response {
  return Response.json({ error: { code, message: `${code} said plainly.` } }, { status });
}

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  });
}
