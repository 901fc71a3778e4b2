import { defineConfig } from "vitest/config";

// Every test file starts its own server, so files run in parallel.
export default defineConfig({
  test: {
    include: ["{support,conformance,compat,security,e2e}/**/*.test.ts"],
    globalSetup: ["support/global_setup.ts"],
    pool: "threads",
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
