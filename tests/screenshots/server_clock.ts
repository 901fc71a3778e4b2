/** A clock for the server, so that a month of activity takes only seconds. */
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "../support/parleyd";

/** A server started with `env` uses this time of day. Timeouts and timers run at normal speed. */
export class ServerClock {
  private readonly file = join(temporaryDirectory(), "clock");

  constructor() {
    this.setBack(0);
  }

  get env(): Record<string, string> {
    return {
      LD_PRELOAD: "/usr/$LIB/faketime/libfaketimeMT.so.1",
      FAKETIME_TIMESTAMP_FILE: this.file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    };
  }

  /** From now on, the clock is this many seconds behind the real time. */
  setBack(seconds: number): void {
    writeFileSync(`${this.file}.new`, `-${Math.max(0, Math.round(seconds))}`);
    renameSync(`${this.file}.new`, this.file);
  }
}
