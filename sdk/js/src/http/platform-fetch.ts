import { blockedByPolicy, fetchMissing } from "../errors/client-errors.js";
import { detectPlatform } from "../platform.js";

/**
 * Browsers report a violation of the Content-Security-Policy shortly after the request has failed.
 */
const REPORT_DELAY_MS = 50;

/**
 * Calls the platform's fetch. Rejects as it does, or with FETCH_UNAVAILABLE or BLOCKED_BY_CSP if
 * that is the reason.
 */
export async function platformFetch(url: string, init: RequestInit): Promise<Response> {
  if (typeof fetch !== "function") throw fetchMissing();
  if (detectPlatform() !== "web") return fetch(url, init);
  const { href } = new URL(url); // Normalized as in the report of the browser.
  let isBlocked = false;
  const report = (event: Event): void => {
    const { blockedURI, disposition } = event as SecurityPolicyViolationEvent;
    if (blockedURI === href && disposition === "enforce") isBlocked = true;
  };
  const target: Partial<EventTarget> = typeof document === "undefined" ? globalThis : document;
  target.addEventListener?.("securitypolicyviolation", report);
  try {
    return await fetch(url, init);
  } catch (error) {
    await new Promise((resolve) => setTimeout(resolve, REPORT_DELAY_MS));
    throw isBlocked ? blockedByPolicy(url, error) : error;
  } finally {
    target.removeEventListener?.("securitypolicyviolation", report);
  }
}
