import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const server = process.env.PARLEY_URL ?? "http://127.0.0.1:8080";

/** React Aria includes 34 languages; the dashboard is only in English. */
const englishOnly: Plugin = {
  name: "english-only",
  enforce: "pre",
  load: (id) =>
    /react-(aria|stately).*\/(?!en-)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id) ? "export default {};" : null,
};

/**
 * The server serves dist/index.html below `/dashboard` and dist/assets at `/dashboard/assets`.
 * Nothing may be inlined: the Content-Security-Policy only allows files of its own origin.
 */
export default defineConfig({
  base: "/dashboard/",
  plugins: [englishOnly, react()],
  build: {
    outDir: "dist",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
  },
  // For `npm run dev`, with a running `parleyd dev`.
  server: {
    proxy: Object.fromEntries(["/admin/v1", "/assets"].map((path) => [path, server])),
  },
});
