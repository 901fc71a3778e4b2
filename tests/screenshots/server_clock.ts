/** The time of day of a server, so that what takes a month can be done in seconds. */
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "../support/parleyd";

/** A server started with `env` reads the time here; timeouts and timers go on as ever. */
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

  /** It goes behind the real time by so many seconds from now on. */
  setBack(seconds: number): void {
    writeFileSync(`${this.file}.new`, `-${Math.max(0, Math.round(seconds))}`);
    renameSync(`${this.file}.new`, this.file);
  }
}
