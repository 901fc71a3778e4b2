import { el } from "../dom";

/**
 * A round picture. Shows the initials until it has loaded, or if it fails to load. Sample pictures
 * are loaded from this page's own origin, whatever host name it was opened with.
 */
export function avatar(name: string, address: string | undefined): HTMLElement {
  const initials = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join("")
    .slice(0, 2);
  const frame = el("span", { class: "avatar", "aria-hidden": "true" }, initials);
  if (!address) return frame;
  const image = el("img", { src: onThisOrigin(address), alt: "", width: "56", height: "56" });
  image.addEventListener("error", () => image.remove());
  frame.append(image);
  return frame;
}

function onThisOrigin(address: string): string {
  const url = new URL(address, location.origin);
  return url.pathname.startsWith("/assets/avatars/") ? url.pathname : url.href;
}
