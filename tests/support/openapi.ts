/** The OpenAPI documents in contract/: lists their operations and validates JSON against them. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import * as ajvFormats from "ajv-formats";
import { parse } from "yaml";

export const methods = ["get", "post", "put", "delete"] as const;
export type Method = (typeof methods)[number];

interface Media {
  schema: object;
  example?: unknown;
}
export interface ResponseObject {
  $ref?: string;
  content?: Record<string, Media>;
  headers?: Record<string, unknown>;
  "x-parley-codes"?: string[];
}
interface Parameter {
  name: string;
  in: string;
}
export interface OperationObject {
  operationId: string;
  parameters?: ({ $ref: string } | Parameter)[];
  "x-parley-access": string[];
  requestBody?: { required: boolean; content: Record<string, Media> };
  responses: Record<string, ResponseObject>;
}
type PathItem = Partial<Record<Method, OperationObject>> & { servers?: { url: string }[] };
interface Document {
  paths: Record<string, PathItem>;
  components: {
    responses: Record<string, ResponseObject>;
    parameters: Record<string, Parameter>;
  };
}

/** One call of an API. `Access` is the type of the values in x-parley-access. */
export interface Operation<Access extends string> {
  id: string;
  method: Method;
  /** As in the contract, with {placeholders}, after the prefix that the server expects. */
  path: string;
  access: Access[];
  /** The names of its query parameters. */
  query: string[];
  /** The JSON body of the contract's example, if the call has a body. */
  exampleBody: unknown;
}

export class OpenApi<Access extends string> {
  private readonly document: Document;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();

  /** `prefix`: the prefix of the paths. `spellings`: all prefixes that the server accepts for it. */
  constructor(
    file: string,
    private readonly prefix: string,
    private readonly spellings: RegExp,
  ) {
    const source = new URL(`../../contract/${file}`, import.meta.url);
    this.document = parse(readFileSync(source, "utf8")) as Document;
    ajvFormats.default.default(this.ajv);
    this.ajv.addSchema(this.document, "openapi");
  }

  get operations(): Operation<Access>[] {
    return Object.entries(this.document.paths).flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const operation = item[method];
        if (!operation) return [];
        return {
          id: operation.operationId,
          method,
          path: (item.servers ? "" : this.prefix) + path,
          access: operation["x-parley-access"] as Access[],
          query: this.queryOf(operation),
          exampleBody: operation.requestBody?.content["application/json"]?.example,
        };
      }),
    );
  }

  /** The operation of a call and its path in the document; undefined if there is none. */
  find(
    method: string,
    pathAndQuery: string,
  ): { template: string; operation: OperationObject } | undefined {
    const path = pathAndQuery.replace(/[?#].*$/s, "");
    for (const [template, item] of Object.entries(this.document.paths)) {
      const operation = item[method.toLowerCase() as Method];
      if (operation && this.matches(template, item, path)) return { template, operation };
    }
    return undefined;
  }

  dereference(response: ResponseObject): ResponseObject {
    const name = response.$ref?.replace("#/components/responses/", "");
    return name === undefined ? response : (this.document.components.responses[name] ?? {});
  }

  /** What is wrong with JSON text according to the schema at a path of the document, one line each. */
  problems(path: string[], text: string): string[] {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return [text === "" ? "has no body" : "is not JSON"];
    }
    const $ref = `openapi#/${path.map(escape).join("/")}`;
    const validator = this.validators.get($ref) ?? this.ajv.compile({ $ref });
    this.validators.set($ref, validator);
    if (validator(value)) return [];
    return (validator.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  private queryOf({ parameters = [] }: OperationObject): string[] {
    return parameters
      .map((parameter) =>
        "$ref" in parameter
          ? this.document.components.parameters[parameter.$ref.replace(/^.*\//, "")]!
          : parameter,
      )
      .filter((parameter) => parameter.in === "query")
      .map(({ name }) => name);
  }

  private matches(template: string, item: PathItem, path: string): boolean {
    const relative = item.servers ? path : path.replace(this.spellings, "");
    if (!item.servers && relative === path) return false;
    const pattern = template.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+");
    return new RegExp(`^${pattern}$`).test(relative);
  }
}

const escape = (part: string): string =>
  encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
