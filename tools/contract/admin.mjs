// contract/admin.yaml, the API of the dashboard: the calls in contract/admin/ (in the short form of
// openapi.mjs), and under /apps/{appId} every call of the management API that a fullAccess key may
// make. There GET needs the role viewer, all other methods developer.
import { openapi } from "./openapi.mjs";

const dialect = {
  securityOf: (access) => (access.includes("none") ? [] : [{ session: [] }]),
  parametersOf: (access, method) =>
    access.includes("none") || method === "get" ? [] : ["CsrfToken"],
  errorsOf: (access, method) => [
    ...(access.includes("none") ? [] : ["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"]),
    ...(access.includes("none") || method === "get" ? [] : ["AUTH_ERR_CSRF"]),
    ...(access.includes("none") || access.includes("viewer") ? [] : ["AUTH_ERR_ADMIN_NO_ACCESS"]),
  ],
};

/** An administrator does not act for a user, so parameters about the acting user do not apply. */
const ofCallersAlone = new Set(["OnBehalfOf", "FriendsOnly", "HideBlockedUsers"]);

/** `own` and `management` are the parsed files by name, `errors` the catalogue. */
export function adminOpenapi(own, management, errors) {
  const { main, headers, parameters, schemas, examples, ...groups } = management;
  const mounted = {};
  for (const group of Object.values(groups)) {
    for (const [path, item] of Object.entries(group)) {
      const operations = mountedOperations(item);
      if (Object.keys(operations).length > 0) {
        const names = ["AppIdInPath", ...(item.parameters ?? [])];
        mounted[`/apps/{appId}${path}`] = { parameters: names, ...operations };
      }
    }
  }
  const sources = {
    ...own,
    headers,
    mounted,
    parameters: { ...own.parameters, ...parameters },
    schemas: { ...own.schemas, ...schemas },
    examples: { ...examples, ...own.examples },
  };
  return openapi(sources, errors, dialect);
}

function mountedOperations({ parameters, ...operations }) {
  const open = Object.entries(operations).filter(([, operation]) =>
    operation["x-parley-access"].includes("fullAccess"),
  );
  return Object.fromEntries(open.map(([method, source]) => [method, mount(method, source)]));
}

function mount(method, { parameters = [], errors = [], ...rest }) {
  return {
    ...rest,
    "x-parley-access": [method === "get" ? "viewer" : "developer"],
    parameters: parameters.filter((name) => !ofCallersAlone.has(name)),
    errors: [
      ...errors.filter((code) => code !== "ERR_APIKEY_NO_SELF_ACTION"),
      "AUTH_ERR_INVALID_APPID",
    ],
  };
}
