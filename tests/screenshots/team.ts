/** The administrators of the server in the screenshots. */
import { sessionOf, signIn, type AdminRole, type Session } from "../support/administrators";
import { Client } from "../support/client";
import type { Server } from "../support/parleyd";
import { browsers } from "./devices";

/** Makes calls appear to come from this address, as through a proxy. */
export const from = (address: string) => ({ "x-forwarded-for": address });

const colleagues = {
  ada: { name: "Ada Okonkwo", role: "owner", browser: "firefoxOnLinux" },
  jonas: { name: "Jonas Weber", role: "developer", browser: "chromeOnWindows" },
  mei: { name: "Mei Chen", role: "developer", browser: "safariOnMac" },
  tomasz: { name: "Tomasz Zieliński", role: "viewer", browser: "chromeOnWindows" },
} as const satisfies Record<
  string,
  { name: string; role: AdminRole; browser: keyof typeof browsers }
>;

export type Colleague = keyof typeof colleagues;

export class Team {
  private readonly passwords = new Map<Colleague, string>();

  constructor(private readonly server: Server) {}

  static async on(server: Server): Promise<Team> {
    const team = new Team(server);
    for (const who of Object.keys(colleagues) as Colleague[]) {
      const { name, role } = colleagues[who];
      const flags = ["--name", name, "--role", role, "--generate"];
      const create = ["admin", "create", email(who), ...flags];
      const { password } = await server.cli<{ password: string }>(...create);
      team.passwords.set(who, password);
    }
    return team;
  }

  /** Signs an administrator in. Sessions from earlier days have ended by then. */
  async signIn(
    who: Colleague,
    browser: keyof typeof browsers = colleagues[who].browser,
  ): Promise<Session> {
    const address = `198.51.100.${20 + 7 * Object.keys(colleagues).indexOf(who)}`;
    const headers = { "user-agent": browsers[browser], ...from(address) };
    const client = new Client(this.server.url, headers);
    const answer = await signIn(client, email(who), this.passwords.get(who) ?? "");
    const session = sessionOf(this.server.url, answer);
    return { ...session, api: session.api.with({ ...session.api.headers, ...headers }) };
  }

  /** Tries to sign in with a wrong password. */
  async fail(who: Colleague): Promise<void> {
    await signIn(new Client(this.server.url, from("203.0.113.77")), email(who), "lantern-2023");
  }
}

const email = (who: Colleague) => `${who}@lantern.example`;
