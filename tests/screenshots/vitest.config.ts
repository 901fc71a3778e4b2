import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["screenshots/*.shots.ts"],
    globalSetup: ["support/global_setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
