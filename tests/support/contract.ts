/** contract/openapi.yaml as a judge: every answer of the server must be one that it describes. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import * as ajvFormats from "ajv-formats";
import { parse } from "yaml";
import type { HttpAnswer } from "./http";

export type Access = "none" | "client" | "authOnly" | "fullAccess";
export const methods = ["get", "post", "put", "delete"] as const;
export type Method = (typeof methods)[number];

interface Media {
  schema: object;
  example?: unknown;
}
interface ResponseObject {
  $ref?: string;
  content?: Record<string, Media>;
  headers?: Record<string, unknown>;
  "x-parley-codes"?: string[];
}
interface OperationObject {
  operationId: string;
  "x-parley-access": Access[];
  requestBody?: { required: boolean; content: Record<string, Media> };
  responses: Record<string, ResponseObject>;
}
type PathItem = Partial<Record<Method, OperationObject>> & { servers?: { url: string }[] };
interface OpenApi {
  paths: Record<string, PathItem>;
  components: { responses: Record<string, ResponseObject> };
}

/** One call of the API. */
export interface Operation {
  id: string;
  method: Method;
  /** As in the contract, with {placeholders}, behind the prefix that the server expects. */
  path: string;
  access: Access[];
  /** The JSON body of the contract's example, if the call has a body. */
  exampleBody: unknown;
}

const source = new URL("../../contract/openapi.yaml", import.meta.url);
const document = parse(readFileSync(source, "utf8")) as OpenApi;
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajvFormats.default.default(ajv);
ajv.addSchema(document, "openapi");

const prefixOf = (item: PathItem): string => (item.servers ? "" : "/v3");

export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(
  ([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      return {
        id: operation.operationId,
        method,
        path: prefixOf(item) + path,
        access: operation["x-parley-access"],
        exampleBody: operation.requestBody?.content["application/json"]?.example,
      };
    }),
);

/** Throws with every difference between `answer` and what the contract says of `method path`. */
export function checkAnswer(method: string, path: string, answer: HttpAnswer): void {
  const problems = [...checkEnvelope(method, answer), ...checkOperation(method, path, answer)];
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
  problems.push(...validate({ $ref: "openapi#/components/schemas/Error" }, text));
  if (status === 401 && !headers["www-authenticate"]) problems.push("401 without WWW-Authenticate");
  if ([429, 503].includes(status) && !headers["retry-after"]) problems.push("no Retry-After");
  if (status >= 500 && !text.includes(String(headers["x-request-id"]))) {
    problems.push("5xx body does not repeat the request id");
  }
  return problems;
}

function checkOperation(method: string, path: string, answer: HttpAnswer): string[] {
  const { status, headers, text } = answer;
  const found = findOperation(method, path);
  if (!found || method === "HEAD") {
    return status >= 400 || method === "HEAD" || method === "OPTIONS"
      ? []
      : ["is not in the contract"];
  }
  if (status === 408 || status === 431) return [];
  const response = found.operation.responses[status];
  if (!response) return [`status ${status} is not documented`];
  const codes = dereference(response)["x-parley-codes"];
  if (codes)
    return codes.some((code) => text.includes(`"${code}"`)) ? [] : ["code is not documented"];
  const [type] = (headers["content-type"] ?? "").split(";");
  const media = response.content?.[type ?? ""];
  if (!media) return [`content-type ${type} is not documented`];
  if (type !== "application/json") return [];
  const pointer = [found.template, method.toLowerCase(), "responses", String(status)].map(escape);
  const tail = "content/application~1json/schema";
  return validate({ $ref: `openapi#/paths/${pointer.join("/")}/${tail}` }, text);
}

const escape = (part: string): string =>
  encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));

function dereference(response: ResponseObject): ResponseObject {
  const name = response.$ref?.replace("#/components/responses/", "");
  return name === undefined ? response : (document.components.responses[name] ?? {});
}

function findOperation(method: string, pathAndQuery: string) {
  const path = pathAndQuery.replace(/[?#].*$/s, "");
  for (const [template, item] of Object.entries(document.paths)) {
    const operation = item[method.toLowerCase() as Method];
    if (operation && matches(template, item, path)) return { template, operation };
  }
  return undefined;
}

function matches(template: string, item: PathItem, path: string): boolean {
  const relative = item.servers
    ? path
    : path.replace(/^(\/v3(\.0)?|\/api\/v3\.0|\/api\/)(?=\/)/, "");
  if (!item.servers && relative === path) return false;
  const pattern = template.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(relative);
}

const validators = new Map<string, ValidateFunction>();

function validate(schema: { $ref: string }, text: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [text === "" ? "has no body" : "is not JSON"];
  }
  const validator = validators.get(schema.$ref) ?? ajv.compile(schema);
  validators.set(schema.$ref, validator);
  if (validator(value)) return [];
  return (validator.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
