import createClient from "openapi-fetch";
import { fetchWithCsrfToken } from "./csrf";
import type { paths } from "./schema";

/** Client of the admin API. Pass its calls to `unwrap()`, which throws a Failure on errors. */
export const api = createClient<paths>({
  baseUrl: "/admin/v1",
  cache: "no-store",
  fetch: fetchWithCsrfToken,
});
