// contract/openapi.yaml, bundled from the sources in contract/openapi/. The sources write an operation
// in a short form, which this module expands:
//
//   x-parley-access   who may call it: none, client, authOnly, fullAccess. Determines `security`, the
//                     parameter appId and the error responses of authentication. The dialect says
//                     how; contract/admin/ has its own dialect (admin.mjs)
//   parameters        names from parameters.yaml
//   body              {schema, example, required = true}: the JSON request body
//   answer            the 200: one of data, list, raw (a schema or the name of one) or text (a media
//                     type); meta is the schema next to a list (default: Meta); example is a name
//                     from examples.yaml or the example itself
//   errors            the codes that this call may return in addition to those of every call
import { stringify } from "yaml";

const ref = (kind, name) => ({ $ref: `#/components/${kind}/${name}` });
const schemaOf = (schema) => (typeof schema === "string" ? ref("schemas", schema) : schema);
const json = (schema, extra) => ({ "application/json": { schema, ...extra } });

const credentials = {
  client: [{ authToken: [] }, { bearer: [] }],
  key: [{ apikey: [] }],
};
const always = ["ERR_BAD_REQUEST", "ERR_EXCEPTION", "ERR_SERVICE_UNAVAILABLE"];
const authenticated = [
  "AUTH_ERR_EMPTY_APPID",
  "AUTH_ERR_INVALID_APPID",
  "AUTH_ERR_APIKEY_NOT_FOUND",
  "AUTH_ERR_AUTH_TOKEN_NOT_FOUND",
  "AUTH_ERR_AUTH_TOKEN_EXPIRED",
  "AUTH_ERR_NO_ACCESS",
  "ERR_TOO_MANY_REQUESTS",
];
const headersOf = {
  401: { "WWW-Authenticate": "WwwAuthenticate" },
  429: {
    "Retry-After": "RetryAfter",
    "X-Rate-Limit": "RateLimit",
    "X-Rate-Limit-Remaining": "RateLimitRemaining",
    "X-Rate-Limit-Reset": "RateLimitReset",
  },
  503: { "Retry-After": "RetryAfter" },
};

/** What the credentials of the management and client API add to an operation. */
const apiDialect = {
  securityOf,
  parametersOf: (access) => (access.includes("none") ? [] : ["AppId"]),
  errorsOf: authenticationErrors,
};

/**
 * The bundled document as YAML. `sources` are the parsed files by name, `errors` the catalogue. A
 * dialect derives security, parameters and errors from the access of an operation, with
 * securityOf(access), parametersOf(access, method) and errorsOf(access, method).
 */
export function openapi(sources, errors, dialect = apiDialect) {
  const { main, headers, parameters, schemas, examples, ...groups } = sources;
  const context = { examples, errors, dialect, responses: {}, used: new Set() };
  const paths = {};
  for (const group of Object.values(groups)) {
    for (const [path, item] of Object.entries(group)) paths[path] = pathItem(item, path, context);
  }
  const { components, ...rest } = main;
  const document = {
    ...rest,
    paths,
    components: {
      ...components,
      headers,
      parameters,
      schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => !/^x-/.test(name))),
      responses: sorted(context.responses),
      examples: sorted(errorExamples(errors, context.used)),
    },
  };
  dropUnused(document);
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 100 });
}

/**
 * Removes components that nothing refers to, such as those borrowed from another folder. Schemas
 * that only texts mention are kept if they have `x-parley-kept`.
 */
function dropUnused({ paths, components }) {
  const { securitySchemes: _, ...kinds } = components;
  const refs = (part) => JSON.stringify(part).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g);
  const used = new Set();
  const follow = (part) => {
    for (const [target, kind, name] of refs(part)) {
      if (used.has(target)) continue;
      used.add(target);
      follow(kinds[kind]?.[name] ?? {});
    }
  };
  follow(paths);
  for (const [name, schema] of Object.entries(kinds.schemas)) {
    if (schema["x-parley-kept"]) follow({ $ref: `#/components/schemas/${name}` });
  }
  for (const [kind, all] of Object.entries(kinds)) {
    for (const name of Object.keys(all)) {
      if (!used.has(`"#/components/${kind}/${name}"`)) delete all[name];
    }
  }
}

function pathItem({ parameters = [], ...operations }, path, context) {
  const item = /^\/(\.well-known|openapi)/.test(path) ? { servers: [{ url: "/" }] } : {};
  if (parameters.length > 0) item.parameters = parameters.map((name) => ref("parameters", name));
  for (const [method, source] of Object.entries(operations)) {
    item[method] = operation(source, method, context);
  }
  return item;
}

function operation({ parameters = [], body, answer, errors = [], ...rest }, method, context) {
  const access = rest["x-parley-access"];
  const { dialect } = context;
  const names = [...dialect.parametersOf(access, method), ...parameters];
  const implied = [
    ...always,
    ...(body ? ["ERR_PAYLOAD_TOO_LARGE"] : []),
    ...dialect.errorsOf(access, method),
  ];
  return {
    ...rest,
    security: dialect.securityOf(access),
    ...(names.length > 0 && { parameters: names.map((name) => ref("parameters", name)) }),
    ...(body && { requestBody: requestBody(body) }),
    responses: {
      200: success(answer, context.examples),
      ...failures([...implied, ...errors], context),
    },
  };
}

function securityOf(access) {
  if (access.includes("none")) return [];
  const hasKey = access.some((who) => who !== "client");
  return [
    ...(hasKey ? credentials.key : []),
    ...(access.includes("client") ? credentials.client : []),
  ];
}

function authenticationErrors(access) {
  if (access.includes("none")) return [];
  const none = access.includes("client") ? "AUTH_ERR_EMPTY_AUTH_TOKEN" : "AUTH_ERR_EMPTY_APIKEY";
  return [none, ...authenticated];
}

function requestBody({ schema, example, required = true }) {
  return { required, content: json(schemaOf(schema), { example }) };
}

function success({ description, data, list, meta = "Meta", raw, text, example }, examples) {
  const value = named(example, examples);
  if (text) return answer(description, { [text]: { schema: { type: "string" }, example } });
  if (raw) return answer(description, json(schemaOf(raw), { example: value }));
  if (data) {
    return answer(
      description,
      json(envelope({ data: schemaOf(data) }), { example: { data: value } }),
    );
  }
  const items = example.map((name) => named(name, examples));
  const schema = envelope({
    data: { type: "array", items: schemaOf(list) },
    meta: ref("schemas", meta),
  });
  const sample = meta === "Meta" ? onePage(items.length) : {};
  return answer(description, json(schema, { example: { data: items, meta: sample } }));
}

const named = (example, examples) =>
  typeof example === "string" && example in examples ? examples[example] : example;

const envelope = (properties) => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

const onePage = (count) => ({
  pagination: { total: count, count, per_page: 100, current_page: 1, total_pages: 1 },
});

function answer(description, content, headers = {}) {
  const all = { "x-request-id": "RequestId", ...headers };
  const refs = Object.entries(all).map(([name, target]) => [name, ref("headers", target)]);
  return { description, headers: Object.fromEntries(refs), content };
}

/** The 401s differ only in the code for "no credential", so that code is their name. */
const responseName = (codes) =>
  codes.length > 3 ? codes.find((code) => code.startsWith("AUTH_ERR_EMPTY")) : codes.join(".");

/** Error responses by status. Equal ones share a component, whose name is made from its codes. */
function failures(codes, context) {
  const byStatus = {};
  for (const error of context.errors.filter(({ code }) => codes.includes(code))) {
    (byStatus[error.http] ??= []).push(error.code);
    context.used.add(error.code);
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, list]) => {
      const name = responseName(list);
      context.responses[name] ??= failure(status, list);
      return [status, ref("responses", name)];
    }),
  );
}

function failure(status, codes) {
  const examples = Object.fromEntries(codes.map((code) => [code, ref("examples", code)]));
  const content = json(ref("schemas", "Error"), { examples });
  return { ...answer(`${codes.join(", ")}.`, content, headersOf[status]), "x-parley-codes": codes };
}

const sampleValues = {
  administrator: "adm_4f2c9d1e7b3a5608",
  appId: "my-app",
  email: "ann@example.com",
  fields: "name",
  requestId: "4f2c9d1e7b3a5608",
  role: "moderator",
  uid: "superhero1",
  wait: "30 seconds",
};

function errorExamples(errors, used) {
  const fill = (text, sample) =>
    text.replace(/\{([a-zA-Z]+)\}/g, (all, name) => {
      const value = sample?.[name] ?? sampleValues[name];
      if (value === undefined) throw new Error(`an example has no value for ${all}: ${text}`);
      return value;
    });
  const rows = errors
    .filter(({ code }) => used.has(code))
    .map((error) => {
      const { code, http, message, devMessage, when, sample } = error;
      const details = code === "ERR_BAD_REQUEST" && { details: { name: ["is required"] } };
      const requestId = http >= 500 && { requestId: sampleValues.requestId };
      const texts = {
        code,
        message: fill(message, sample),
        devMessage: fill(devMessage, sample),
      };
      return [
        code,
        {
          summary: when,
          value: { error: { ...texts, source: "chat-api", ...details, ...requestId } },
        },
      ];
    });
  return Object.fromEntries(rows);
}

const sorted = (map) =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
