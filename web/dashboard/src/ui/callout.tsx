import type { ReactNode } from "react";
import "./callout.css";
import type { Tone } from "./badge";
import { Icon } from "./icon";

interface Props {
  tone?: Exclude<Tone, "neutral">;
  /**
   * Announced by screen readers immediately. For messages that appear after the page has loaded.
   */
  alert?: boolean;
  children: ReactNode;
}

/** A highlighted message of a few sentences. */
export function Callout({ tone = "accent", alert, children }: Props) {
  return (
    <div className={`callout ${tone}`} role={alert ? "alert" : undefined}>
      <Icon name={tone === "good" ? "check" : tone === "accent" ? "info" : "alert"} />
      <div className="callout-text">{children}</div>
    </div>
  );
}
