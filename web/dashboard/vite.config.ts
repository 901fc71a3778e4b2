import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const server = process.env.PARLEY_URL ?? "http://127.0.0.1:8080";

/** React Aria speaks 34 languages; the texts of the dashboard are English alone. */
const englishOnly: Plugin = {
  name: "english-only",
  enforce: "pre",
  load: (id) =>
    /react-(aria|stately).*\/(?!en-)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id) ? "export default {};" : null,
};

/**
 * The server answers dist/index.html below `/dashboard` and dist/assets at `/dashboard/assets`.
 * Nothing may be inlined: the Content-Security-Policy allows files of its own origin only.
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
  // `npm run dev` works on the dashboard against a running `parleyd dev`.
  server: {
    proxy: Object.fromEntries(["/admin/v1", "/assets"].map((path) => [path, server])),
  },
});
