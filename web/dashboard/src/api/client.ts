import createClient from "openapi-fetch";
import { csrfToken } from "./csrf";
import type { paths } from "./schema";

/** Client of the admin API. Pass its calls to `unwrap()`, which throws a Failure on errors. */
export const api = createClient<paths>({ baseUrl: "/admin/v1", cache: "no-store" });

api.use({
  onRequest({ request }) {
    if (request.method !== "GET") request.headers.set("x-csrf-token", csrfToken());
    return request;
  },
});
