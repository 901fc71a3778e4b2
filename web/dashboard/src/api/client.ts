import createClient from "openapi-fetch";
import { csrfToken } from "./csrf";
import type { paths } from "./schema";

/** The API of the dashboard. `unwrap()` turns what its calls answer into data or a Failure. */
export const api = createClient<paths>({ baseUrl: "/admin/v1", cache: "no-store" });

api.use({
  onRequest({ request }) {
    if (request.method !== "GET") request.headers.set("x-csrf-token", csrfToken());
    return request;
  },
});
