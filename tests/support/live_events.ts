/** Reads the live stream of the dashboard like a page, and checks each event against the contract. */
import { readFileSync } from "node:fs";
import { get, type ClientRequest } from "node:http";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import type { Client } from "./client";
import { checkAnswer } from "./contract";
import type { LiveEvent } from "./types";

const patienceMs = 10_000;
const schemas = new URL("../../contract/admin/schemas.yaml", import.meta.url);
const ajv = new Ajv2020({ strict: false });
const isLiveEvent = ajv.compile<LiveEvent>(
  (parse(readFileSync(schemas, "utf8")) as { LiveEvent: object }).LiveEvent,
);

export class LiveEvents {
  readonly events: LiveEvent[] = [];
  ended = false;
  private unread = "";
  private taken = 0;
  private wake: (() => void)[] = [];
  private problem = "";

  private constructor(private readonly request: ClientRequest) {}

  /** Resolves when the headers have arrived. Throws with the answer if the call is refused. */
  static open(client: Client, appId: string): Promise<LiveEvents> {
    const path = `/admin/v1/apps/${appId}/live`;
    return new Promise((resolve, reject) => {
      const request = get(client.origin + path, { headers: client.headers, agent: false });
      request.once("error", reject);
      request.once("response", (incoming) => {
        const { statusCode: status = 0, headers } = incoming;
        const live = new LiveEvents(request);
        try {
          checkAnswer("GET", path, { status, headers, text: "" });
        } catch (error) {
          request.destroy();
          reject(error instanceof Error ? error : new Error(String(error)));
          return;
        }
        incoming.setEncoding("utf8").on("data", (text: string) => live.take(text));
        incoming.on("error", () => {}); // Closed by either side: the stream has ended.
        incoming.once("close", () => {
          live.ended = true;
          live.notify();
        });
        resolve(live);
      });
    });
  }

  /** The next event that `wanted` accepts and no earlier call returned. Skips other events. */
  async next(wanted: (event: LiveEvent) => boolean): Promise<LiveEvent> {
    let found: LiveEvent | undefined;
    await this.until(() => {
      while (found === undefined && this.taken < this.events.length) {
        const event = this.events[this.taken++]!;
        if (wanted(event)) found = event;
      }
      return found !== undefined;
    });
    return found!;
  }

  /** Waits until the server has ended the stream. */
  async ending(patience = patienceMs): Promise<void> {
    await this.until(() => this.ended, patience);
  }

  close(): void {
    this.request.destroy();
  }

  private async until(condition: () => boolean, patience = patienceMs): Promise<void> {
    const deadline = Date.now() + patience;
    while (!condition()) {
      const left = deadline - Date.now();
      if (this.problem !== "") throw new Error(this.problem);
      if (left <= 0) throw new Error(`In vain: ${JSON.stringify(this.events.slice(-5))}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.wake.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  private take(text: string): void {
    this.unread += text;
    const blocks = this.unread.split("\n\n");
    this.unread = blocks.pop() ?? "";
    for (const block of blocks) this.read(block);
    this.notify();
  }

  /** One event, or a comment. */
  private read(block: string): void {
    const lines = block.split("\n").filter((line) => !line.startsWith(":"));
    if (lines.length === 0) return;
    const [id = "", data = "", ...more] = lines;
    const event: unknown = JSON.parse(data.replace(/^data: /, ""));
    const isGood = isLiveEvent(event) && id === `id: ${event.id}` && more.length === 0;
    if (isGood) this.events.push(event);
    else this.problem = `Not an event: ${block} ${ajv.errorsText(isLiveEvent.errors)}`;
  }

  private notify(): void {
    for (const wake of this.wake.splice(0)) wake();
  }
}
