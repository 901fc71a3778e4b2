/** Administrators of a server, and clients that are signed in as them. */
import { Client, type Answer, type Way } from "./client";
import type { AdminAccess } from "./contract";
import type { Server } from "./parleyd";
import type { Administrator, SignedIn } from "./types";

export type AdminRole = Exclude<AdminAccess, "none">;
export const adminRoles: readonly AdminRole[] = ["viewer", "developer", "owner"];

let sequence = 0;
/** An email that no other administrator in the file has. */
export const freshEmail = (): string => `admin-${++sequence}@example.com`;

/** An administrator created by `parleyd admin create`, with the secret that the command prints. */
export async function createAdministrator<How extends "generate" | "link">(
  server: Server,
  role: AdminRole,
  how: How,
): Promise<Administrator & Record<How extends "link" ? "link" : "password", string>> {
  const email = freshEmail();
  const flags = ["--name", `Name of ${email}`, "--role", role, `--${how}`];
  return server.cli("admin", "create", email, ...flags);
}

/** The part after `#link=` of the URL that a command printed. */
export const tokenOf = (url: string): string => url.replace(/^.*#link=/, "");

/** The `name=value` that a browser would send back. */
export function cookieOf(answer: Answer): string {
  const [cookie = ""] = (answer.headers["set-cookie"]?.[0] ?? "").split(";");
  if (!cookie.includes("=")) throw new Error(`No cookie: ${answer.status} ${answer.text}`);
  return cookie;
}

/** A signed-in administrator. Calls have the cookie and the CSRF token. */
export interface Session {
  api: Client;
  administrator: Administrator;
  /** `name=value` */
  cookie: string;
  csrfToken: string;
  /** The public id. */
  id: string;
}

/** The session from the answer to a sign-in. */
export function sessionOf(origin: string, answer: Answer<SignedIn>, way: Way = {}): Session {
  const { administrator, session, csrfToken } = answer.data;
  const cookie = cookieOf(answer);
  const api = new Client(origin, { cookie, "x-csrf-token": csrfToken }, way);
  return { api, administrator, cookie, csrfToken, id: session.id };
}

export async function signIn(
  client: Client,
  email: string,
  password: string,
): Promise<Answer<SignedIn>> {
  return client.post<SignedIn>("/admin/v1/sign_in", { email, password });
}

export async function signInByLink(client: Client, link: string): Promise<Answer<SignedIn>> {
  return client.post<SignedIn>("/admin/v1/sign_in/link", { link });
}

/** A new administrator with this role. Signed in by link, which needs no slow password hash. */
export async function newAdministrator(server: Server, role: AdminRole): Promise<Session> {
  const { link } = await createAdministrator(server, role, "link");
  const answer = await signInByLink(new Client(server.url), tokenOf(link));
  return sessionOf(server.url, answer);
}
