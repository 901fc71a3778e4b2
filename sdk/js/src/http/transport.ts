import type { Environment } from "../environment.js";
import { failedToFetch, missingParameter } from "../errors/client-errors.js";
import { ParleyException } from "../errors/parley-exception.js";
import { redact } from "../errors/redact.js";
import type { ResolvedSettings } from "../settings/resolve-settings.js";
import { SDK_VERSION } from "../version.js";
import { readAnswer } from "./answer.js";
import type { Deadline } from "./deadline.js";
import { type ApiRequest, type Credential, queryText } from "./request.js";

/** Sends calls to the server. Whatever answers, or does not, each one settles by its deadline. */
export class Transport {
  constructor(
    private readonly env: Environment,
    private readonly settings: ResolvedSettings,
  ) {}

  /**
   * Sends one request; the fetch has begun when this returns.
   * Rejects only with ParleyException: the server's code, FAILED_TO_FETCH, TIMEOUT, or
   * MISSING_PARAMETERS for a body that is no JSON.
   */
  send<T>(request: ApiRequest<T>, deadline: Deadline): Promise<T> {
    const abort = new AbortController();
    return deadline.bound(this.exchange(request, abort.signal), () => abort.abort());
  }

  private async exchange<T>(request: ApiRequest<T>, signal: AbortSignal): Promise<T> {
    const { credential } = request;
    const base = "apiKey" in credential ? this.settings.adminUrl : this.settings.clientUrl;
    const query = request.query ? `?${queryText(request.query)}` : "";
    const url = base + request.path + query;
    const options = this.fetchOptions(request, signal);
    try {
      const response = await this.env.fetch(url, options);
      return request.read(readAnswer(response, await response.text(), originOf(base)));
    } catch (error) {
      throw withoutSecret(
        error instanceof ParleyException ? error : this.unreachable(base),
        secretOf(credential),
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
        ...("apiKey" in credential
          ? { apikey: credential.apiKey }
          : { authToken: credential.authToken }),
        ...(request.body ? { "content-type": "application/json" } : {}),
      },
      ...(request.body ? { body: toJson(request.body) } : {}),
      ...(request.keepalive ? { keepalive: true } : {}),
      signal,
      cache: "no-store",
      credentials: "omit",
      redirect: "manual", // A followed redirect would carry the token to wherever it points.
    };
  }

  private unreachable(base: string): ParleyException {
    const page = this.env.origin;
    const crossOrigin = page !== undefined && page !== originOf(base);
    const hint = crossOrigin
      ? `, and that the app's allowedOrigins let pages of ${page} call it`
      : "";
    const mixed =
      page?.startsWith("https:") && base.startsWith("http:")
        ? " A page loaded over https may not call a server over http."
        : "";
    return failedToFetch(
      `${originOf(base)} could not be reached, or the connection broke off. Check that this device ` +
        `is online, that the server runs at that address${hint}.${mixed}`,
    );
  }
}

function toJson(body: object): string {
  try {
    return JSON.stringify(body);
  } catch {
    throw missingParameter(
      "What was given to send holds a BigInt or contains itself: no JSON can.",
    );
  }
}

function originOf(base: string): string {
  return new URL(base).origin;
}

function secretOf(credential: Credential): string {
  return "apiKey" in credential ? credential.apiKey : credential.authToken;
}

function withoutSecret(error: ParleyException, secret: string): ParleyException {
  return new ParleyException(
    redact(error.code, secret),
    redact(error.message, secret),
    redact(error.details, secret),
  );
}
