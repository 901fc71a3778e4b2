/** One month of activity in an app, generated entirely through the API. */
import { once } from "node:events";
import type { Session } from "../support/administrators";
import { Client, logIn } from "../support/client";
import type { Server } from "../support/parleyd";
import type { ApiKey, AuthToken, NewApp } from "../support/types";
import { WebSocketClient } from "../support/websocket";
import { devices, type Device } from "./devices";
import { members, newcomers, samples, type Person } from "./people";
import type { ServerClock } from "./server_clock";
import { from, type Team } from "./team";

const hourSeconds = 3600;
const hoursShown = 30 * 24;
const daysBefore = (days: number): number =>
  Math.round(Date.now() / 1000) - days * 24 * hourSeconds;

/** The user whose page is shown. */
export const shownUser = members.find(({ uid }) => uid === "ananya-sharma")!;

interface Visit {
  token: AuthToken;
  device: Device;
  /** Lifetime of the session. */
  hours: number;
  leaves: boolean;
}

export class History {
  private readonly random = repeatableChance(7);
  private readonly people: Person[] = [...samples, ...members];
  private readonly expiring: AuthToken[] = [];
  private backEnd: Client;

  constructor(
    private readonly server: Server,
    private readonly team: Team,
    private readonly clock: ServerClock,
  ) {
    this.backEnd = new Client(server.url, {
      apikey: server.credentials.apiKey,
      ...from("192.0.2.10"),
    });
  }

  private get app(): string {
    return `/admin/v1/apps/${this.server.credentials.appId}`;
  }

  /** Generates the month. It ends at the real time, with some users online. */
  async happen(): Promise<void> {
    for (let left = hoursShown; left > 1; left--) {
      this.clock.setBack(left * hourSeconds);
      if (left === hoursShown) await this.begin();
      await this.hour(hoursShown - left);
    }
    await this.today();
    this.clock.setBack(0);
  }

  private async begin(): Promise<void> {
    const { api } = await this.team.signIn("ada");
    await api.put(this.app, { name: "Lantern", region: "eu", tokenTtl: 90 * 24 * hourSeconds });
    const roles = [
      { role: "moderator", name: "Moderator", description: "Keeps rooms civil" },
      { role: "support", name: "Support", description: "Answers what people ask" },
      { role: "guest", name: "Guest", settings: { listUsers: "friendsOnly" } },
    ];
    for (const role of roles) await api.post(`${this.app}/roles`, role);
    const key = { name: "Back end", scope: "fullAccess" };
    const { data } = await api.post<ApiKey>(`${this.app}/apikeys`, key);
    this.backEnd = this.backEnd.with({ ...this.backEnd.headers, apikey: data.apiKey });
    const users = members.map(({ uid, ...person }, index) => {
      const createdAt = daysBefore(400 - index * 9);
      return [uid, { ...person, createdAt, lastActiveAt: daysBefore(31 + index) }];
    });
    await this.backEnd.post("/v3/data_import/users", { users: Object.fromEntries(users) });
    for (const { uid, ...person } of samples) await this.backEnd.put(`/v3/users/${uid}`, person);
  }

  /** Users log in, mostly during the day and on working days. Some logins are refused. */
  private async hour(number: number): Promise<void> {
    const now = new Date(Date.now() - (hoursShown - number) * hourSeconds * 1000);
    const byDay = 0.15 + Math.max(0, Math.sin(((now.getUTCHours() - 5) / 16) * Math.PI));
    const byWeek = now.getUTCDay() % 6 === 0 ? 0.55 : 1;
    const growth = 0.7 + (0.5 * number) / hoursShown;
    const logins = Math.round(9 * byDay * byWeek * growth * (0.7 + 0.6 * this.random()));
    const visits = await Promise.all(Array.from({ length: logins }, () => this.logIn()));
    this.clock.setBack((hoursShown - number) * hourSeconds - 10 * 60);
    await Promise.all(visits.map((visit) => this.use(visit)));
    await this.refusals(number);
    const newcomer = number % 48 === 9 ? newcomers[Math.floor(number / 48)] : undefined;
    if (newcomer) {
      await this.backEnd.post("/v3/users", newcomer);
      this.people.push(newcomer);
    }
    if (number % 120 === 57) await this.moderate(number);
  }

  private one<T>(all: readonly T[]): T {
    return all[Math.floor(this.random() * all.length)]!;
  }

  private async logIn(): Promise<Visit> {
    const { uid } = this.one(this.people);
    const device = this.one(devices);
    const hours = this.one([8, 24, 72]);
    const token = await logIn(this.backEnd, uid, { ...device, expiresIn: hours * hourSeconds });
    return { token, device, hours, leaves: this.random() < 0.2 };
  }

  private async use({ token, device, hours, leaves }: Visit): Promise<void> {
    const me = this.client(token, 10 + ((token.uid.length * 7) % 90));
    await me.get("/v3/me", { "user-agent": device.userAgent });
    const { socket } = await WebSocketClient.login(this.server.url, token.authToken);
    socket.end();
    await once(socket, "close");
    if (leaves) await me.delete("/v3/me");
    else if (hours === 8) this.expiring.push(token);
  }

  private client({ authToken }: { authToken: string }, host: number): Client {
    const { appId } = this.server.credentials;
    return new Client(this.server.url, { appId, authToken, ...from(`203.0.113.${host}`) });
  }

  private async refusals(number: number): Promise<void> {
    const often = (share: number) => this.random() < share;
    const old = this.expiring.length > 40 ? this.expiring.splice(0, 2) : [];
    // One day, a faulty release retries with expired tokens.
    const again = number % 500 < 5 ? 4 : 1;
    for (const token of old) {
      for (let time = 0; time < again; time++) await this.client(token, 40).get("/v3/me");
    }
    if (often(0.2)) await this.client({ authToken: "made-up" }, 66).get("/v3/me");
    if (often(0.12)) await this.backEnd.post("/v3/users/guest-17/auth_tokens", {});
    if (often(0.06)) await this.backEnd.with({ apikey: "0".repeat(40) }).get("/v3/users");
    if (number > 100 && often(0.1)) await this.backEnd.post("/v3/users/petr-novak/auth_tokens", {});
    if (often(0.05)) await this.backEnd.post("/v3/users", { uid: "not valid!", name: "" });
  }

  /** What the team does from time to time. */
  private async moderate(number: number): Promise<void> {
    const { api } = await this.team.signIn(this.one(["jonas", "mei"] as const));
    const names = ["petr-novak", "bo", "mateo-quispe"];
    const uid = names[Math.floor(number / 120)];
    if (uid) await api.put(`${this.app}/users/${uid}`, { tags: ["reported"] });
    if (uid) await api.delete(`${this.app}/users/${uid}`);
    else await api.put(`${this.app}/roles/guest`, { description: "Has not signed up yet" });
    this.people.splice(0, this.people.length, ...this.people.filter((one) => one.uid !== uid));
  }

  /** What the team did in the last two hours, and the users who are online. */
  private async today(): Promise<void> {
    this.clock.setBack(108 * 60);
    await this.team.fail("jonas");
    await this.createApps(await this.team.signIn("jonas"));
    this.clock.setBack(95 * 60);
    await this.befriend(shownUser);
    const { api } = await this.team.signIn("mei");
    await api.put(`${this.app}/users/${shownUser.uid}`, { statusMessage: "On call this week" });
    await api.put(this.app, { idleTimeout: 30 * 24 * hourSeconds });
    this.clock.setBack(70 * 60);
    await this.team.signIn("tomasz");
    await this.comeOnline();
    this.clock.setBack(4 * 60);
    await this.refusals(1);
  }

  private async createApps({ api }: Session): Promise<void> {
    await api.post(`${this.app}/apikeys`, { name: "Mobile builds", scope: "authOnly" });
    const bot = { name: "Moderation bot", scope: "fullAccess" };
    const { data: key } = await api.post<ApiKey>(`${this.app}/apikeys`, bot);
    await this.backEnd.with({ apikey: key.apiKey }).get("/v3/users");
    const staging = { appId: "lantern-staging", name: "Lantern staging", region: "eu" };
    await api.post("/admin/v1/apps", staging);
    const mode = { mode: "production", tokenTtl: 30 * 24 * hourSeconds };
    const desk = { appId: "help-desk", name: "Help desk", region: "us", ...mode };
    const { data: app } = await api.post<NewApp>("/admin/v1/apps", desk);
    const user = { uid: "desk-1", name: "First desk" };
    await new Client(this.server.url, { apikey: app.apiKey }).post("/v3/users", user);
  }

  private async befriend({ uid }: Person): Promise<void> {
    const accepted = ["wang-xiaoming", "chloe-lefevre", "arjun-patel", "sato-hanako"];
    await this.backEnd.post(`/v3/users/${uid}/friends`, { accepted });
    await this.backEnd.post(`/v3/users/${uid}/blockedusers`, { blockedUids: ["ivan-petrov"] });
    await this.backEnd.post("/v3/users/kim-minjun/blockedusers", { blockedUids: [uid] });
  }

  /** Every third user opens a connection and keeps it open. */
  private async comeOnline(): Promise<void> {
    const these = this.people.filter((_, index) => index % 3 === 1 || index < 4);
    for (const [index, { uid }] of these.entries()) {
      this.clock.setBack((55 - 2.25 * index) * 60);
      const { authToken } = await logIn(this.backEnd, uid, this.one(devices));
      const headers = from(`203.0.113.${30 + 3 * index}`);
      const socket = await WebSocketClient.login(this.server.url, authToken, { headers });
      setInterval(() => socket.closed === undefined && void socket.ping(), 10_000).unref();
    }
  }
}

/** Pseudo-random numbers, the same in every run. */
function repeatableChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
