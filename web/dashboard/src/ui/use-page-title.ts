import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { strings } from "../strings/common";

// Where the focus was brought last; at first it belongs to the browser.
let focusedPath: string | undefined;

/**
 * Titles the document, and answers a ref for the heading, to which the focus goes when one has come
 * from another page.
 */
export function usePageTitle(title: string, context?: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Not the location one is on the way to, while the page before still stands.
  const path = useRouterState({
    select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).pathname,
  });

  useEffect(() => {
    document.title = [title, context, strings.product].filter(Boolean).join(" · ");
  }, [title, context]);

  useEffect(() => {
    const cameFromElsewhere = focusedPath !== undefined && focusedPath !== path;
    focusedPath = path;
    if (cameFromElsewhere) heading.current?.focus({ preventScroll: true });
  }, [path]);

  return heading;
}
