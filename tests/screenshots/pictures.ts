/** Writes screenshots of pages to files. */
import { mkdirSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}build/screenshots`;
mkdirSync(folder, { recursive: true });

export type Look = "light" | "dark" | "narrow" | "4k";

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };

/** Browser options for each look. */
export const looks: Record<Look, BrowserContextOptions> = {
  light: { ...desktop, colorScheme: "light" },
  dark: { ...desktop, colorScheme: "dark" },
  narrow: { ...phone, colorScheme: "light" },
  "4k": { viewport: { width: 3840, height: 2160 }, colorScheme: "light" },
};

export interface PictureOptions {
  /** The whole scrollable page instead of the visible part. */
  whole?: boolean;
}

/** Writes build/screenshots/<name>-<look>.png. */
export async function takePicture(
  page: Page,
  name: string,
  look: Look,
  options: PictureOptions = {},
): Promise<void> {
  const window = page.viewportSize();
  if (options.whole && window)
    await page.setViewportSize({ ...window, height: await heightOf(page) });
  writeFileSync(`${folder}/${name}-${look}.png`, await pictureAtRest(page));
  if (options.whole && window) await page.setViewportSize(window);
}

/** The window is made as high as the page, so that fixed parts, like the navigation, are drawn once. */
async function heightOf(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollHeight");
}

/** Takes the screenshot in the README. */
export async function takeReadmePicture(page: Page): Promise<void> {
  writeFileSync(`${root}docs/pictures/dashboard.png`, await pictureAtRest(page));
}

/**
 * Takes screenshots until three in a row are the same. Then everything that loads late is there: charts,
 * avatars, and dialogs that wait for the keyboard of a phone.
 */
async function pictureAtRest(page: Page): Promise<Buffer> {
  let picture: Buffer = Buffer.alloc(0);
  for (let attempt = 0, same = 0; attempt < 15 && same < 2; attempt++) {
    const next = await page.screenshot({ animations: "disabled", caret: "hide" });
    same = next.equals(picture) ? same + 1 : 0;
    picture = next;
    await wait(300);
  }
  return picture;
}
