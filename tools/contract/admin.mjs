// contract/admin.yaml, the API of the dashboard: contract/admin/ in the short form of openapi.mjs, and
// every call of the management API that a fullAccess key may make, under /apps/{appId}. There a
// viewer may read and a developer may do the rest.
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

/** An administrator acts for no user, so parameters that speak of one have nothing to say. */
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
