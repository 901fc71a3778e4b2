import { useLocation } from "@tanstack/react-router";
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
  const path = useLocation({ select: ({ pathname }) => pathname });

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
