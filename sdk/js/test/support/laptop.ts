import { chromium, type Browser, type BrowserServer } from "playwright-core";
import { launchOptions } from "../../../../tests/support/browser.js";

/** A real Chromium that can sleep like a laptop: all its processes stop without warning. */
export class Laptop {
  private constructor(
    private readonly processes: BrowserServer,
    readonly browser: Browser,
  ) {}

  static async open(): Promise<Laptop> {
    const processes = await chromium.launchServer(launchOptions());
    return new Laptop(processes, await chromium.connect(processes.wsEndpoint()));
  }

  sleep(): void {
    this.signal("SIGSTOP");
  }

  wake(): void {
    this.signal("SIGCONT");
  }

  async close(): Promise<void> {
    this.wake();
    await this.browser.close();
    await this.processes.close();
  }

  /** All processes of the browser are in one process group. */
  private signal(name: NodeJS.Signals): void {
    process.kill(-(this.processes.process().pid as number), name);
  }
}
