import type { Environment } from "../environment.js";
import { ParleyException } from "../errors/parley-exception.js";
import { isFreeOf, redact } from "../errors/redact.js";
import { originOf } from "../settings/base-url.js";
import type { ResolvedSettings } from "../settings/resolve-settings.js";
import { SDK_VERSION } from "../version.js";
import { readAnswer } from "./answer.js";
import type { Deadline } from "./deadline.js";
import { type ApiRequest, queryText } from "./request.js";
import { unreachable } from "./unreachable.js";

/** Sends calls to the server. Each one settles by its deadline, whatever the server does. */
export class Transport {
  constructor(
    private readonly env: Environment,
    private readonly settings: ResolvedSettings,
  ) {}

  /**
   * Sends one request. The fetch has started when this returns.
   * Rejects only with ParleyException: the server's code, TIMEOUT, FAILED_TO_FETCH, or a more
   * specific code such as HOST_NOT_FOUND.
   */
  send<T>(request: ApiRequest<T>, deadline: Deadline): Promise<T> {
    const abort = new AbortController();
    return deadline.bound(this.exchange(request, abort.signal), () => abort.abort());
  }

  private async exchange<T>(request: ApiRequest<T>, signal: AbortSignal): Promise<T> {
    const { credential } = request;
    const base = "apikey" in credential ? this.settings.adminUrl : this.settings.clientUrl;
    const url = base + request.path;
    const query = request.query ? `?${queryText(request.query)}` : "";
    const options = this.fetchOptions(request, signal);
    try {
      const response = await this.env.fetch(url + query, options);
      return request.read(readAnswer(response, await response.text(), url));
    } catch (error) {
      throw withoutSecret(
        error instanceof ParleyException
          ? error
          : unreachable(error, originOf(base), this.env.origin),
        Object.values(credential).join(),
      );
    }
  }

  private fetchOptions(request: ApiRequest<unknown>, signal: AbortSignal): RequestInit {
    const { credential } = request;
    return {
      method: request.method,
      headers: {
        accept: "application/json",
        appId: this.settings.appId,
        sdk: `parley-js@${SDK_VERSION}`,
        ...credential,
        ...(request.body ? { "content-type": "application/json" } : {}),
      },
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
      ...(request.keepalive ? { keepalive: true } : {}),
      signal,
      redirect: "manual", // Following a redirect would send the token to its target.
      // Cloudflare Workers have neither cookies nor a cache, and throw on both fields.
      ...(this.env.platform === "cloudflare-workers"
        ? {}
        : { cache: "no-store", credentials: "omit" }),
    };
  }
}

function withoutSecret(error: ParleyException, secret: string): ParleyException {
  const { code, message, details, cause } = error;
  const shown = redact(details, secret);
  // platformError is the text of the cause and of its own causes.
  const isHarmless = shown.platformError === details.platformError && isFreeOf(secret, cause);
  return new ParleyException(
    redact(code, secret),
    redact(message, secret),
    shown,
    isHarmless ? cause : undefined,
  );
}
