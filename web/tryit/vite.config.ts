import { defineConfig } from "vite";

const server = process.env.PARLEY_URL ?? "http://127.0.0.1:8080";

/**
 * `parleyd dev` serves dist/index.html at `/` and dist/assets at `/assets`. Nothing may be inlined:
 * the page's Content-Security-Policy only allows files of its own origin.
 */
export default defineConfig({
  build: {
    outDir: "dist",
    assetsDir: "assets/tryit",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2020",
  },
  // For `npm run dev`, with a running `parleyd dev`.
  server: {
    proxy: Object.fromEntries(
      ["/v3", "/try-it", "/openapi.yaml", "/assets"].map((path) => [path, server]),
    ),
  },
});
