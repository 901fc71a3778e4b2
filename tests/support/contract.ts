/** Checks every answer of the server against contract/*.yaml. */
import { OpenApi, type Operation as AnyOperation } from "./openapi";
import type { HttpAnswer } from "./http";

export type Access = "none" | "client" | "authOnly" | "fullAccess";
export type AdminAccess = "none" | "viewer" | "developer" | "owner";
export type Operation = AnyOperation<Access>;
export type AdminOperation = AnyOperation<AdminAccess>;

const api = new OpenApi<Access>("openapi.yaml", "/v3", /^(\/v3(\.0)?|\/api\/v3\.0|\/api\/)(?=\/)/);
const dashboard = new OpenApi<AdminAccess>("admin.yaml", "/admin/v1", /^\/admin\/v1(?=\/)/);

export const operations: readonly Operation[] = api.operations;
/** The operations of the dashboard. */
export const adminOperations: readonly AdminOperation[] = dashboard.operations;

const isOfDashboard = (path: string): boolean => /^\/admin\/v1([/?]|$)/.test(path);

/** Throws with every difference between `answer` and what the contract says about `method path`. */
export function checkAnswer(method: string, path: string, answer: HttpAnswer): void {
  const problems = [
    ...checkEnvelope(method, answer),
    ...checkOperation(isOfDashboard(path) ? dashboard : api, method, path, answer),
    ...(isOfDashboard(path) ? checkDashboardHeaders(answer) : []),
  ];
  if (problems.length > 0) {
    const list = problems.map((problem) => `  - ${problem}`).join("\n");
    throw new Error(
      `${method} ${path} broke the contract:\n${list}\n${answer.status} ${answer.text}`,
    );
  }
}

function checkEnvelope(method: string, answer: HttpAnswer): string[] {
  const problems: string[] = [];
  const { status, headers, text } = answer;
  if (!/^[\x21-\x7e]{8,64}$/.test(String(headers["x-request-id"])))
    problems.push("no x-request-id");
  if (method === "HEAD" || status === 204) {
    return text === "" ? problems : [...problems, "has a body"];
  }
  if (status < 400) return problems;
  if (!/^application\/json/.test(headers["content-type"] ?? "")) problems.push("error is not JSON");
  problems.push(...api.problems(["components", "schemas", "Error"], text));
  if (status === 401 && !headers["www-authenticate"]) problems.push("401 without WWW-Authenticate");
  if ([429, 503].includes(status) && !headers["retry-after"]) problems.push("no Retry-After");
  if (status >= 500 && !text.includes(String(headers["x-request-id"]))) {
    problems.push("5xx body does not repeat the request id");
  }
  return problems;
}

function checkOperation<A extends string>(
  contract: OpenApi<A>,
  method: string,
  path: string,
  answer: HttpAnswer,
): string[] {
  const { status, headers, text } = answer;
  const found = contract.find(method, path);
  if (!found || method === "HEAD") {
    return status >= 400 || method === "HEAD" || method === "OPTIONS"
      ? []
      : ["is not in the contract"];
  }
  if ([408, 415, 431].includes(status)) return [];
  const response = found.operation.responses[status];
  if (!response) return [`status ${status} is not documented`];
  const codes = contract.dereference(response)["x-parley-codes"];
  if (codes)
    return codes.some((code) => text.includes(`"${code}"`)) ? [] : ["code is not documented"];
  const [type] = (headers["content-type"] ?? "").split(";");
  const media = response.content?.[type ?? ""];
  if (!media) return [`content-type ${type} is not documented`];
  if (type !== "application/json") return [];
  const where = ["paths", found.template, method.toLowerCase(), "responses", String(status)];
  return contract.problems([...where, "content", "application/json", "schema"], text);
}

const dashboardHeaders = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/** Problems with the headers that keep other sites from framing, reading or caching an answer of the dashboard. */
function checkDashboardHeaders({ status, headers }: HttpAnswer): string[] {
  if ([408, 413, 415, 431].includes(status)) return []; // Refused before the server knew what the request was for.
  const missing = Object.entries(dashboardHeaders)
    .filter(([name, value]) => headers[name] !== value)
    .map(([name]) => `${name} is ${String(headers[name])}`);
  const open = Object.keys(headers).filter((name) => name.startsWith("access-control-"));
  return [...missing, ...open.map((name) => `has ${name}`)];
}
