import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { strings } from "../strings/common";

// The path of the last shown page; undefined before the first one.
let focusedPath: string | undefined;

/**
 * Sets the document title. Returns a ref for the heading, which is focused after navigation from
 * another page.
 */
export function usePageTitle(title: string, context?: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  // During navigation, `location` is already the next page while the previous one is still shown.
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
