import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Every test file starts its own server, so files run in parallel.
export default defineConfig({
  test: {
    include: ["{support,conformance,compat,security,e2e}/**/*.test.ts"],
    globalSetup: ["support/global_setup.ts"],
    pool: "threads",
    // Vitest would leave one core free. Here it would idle: the tests wait for servers and browsers.
    // Files that run in the same thread share the modules of support/, which keep no state, and save
    // the seconds that loading them takes.
    poolOptions: { threads: { minThreads: 1, maxThreads: availableParallelism(), isolate: false } },
    // Generous: files run in parallel, and those of the dashboard each have a browser.
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
