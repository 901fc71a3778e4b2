import type { ReactNode } from "react";
import "./callout.css";
import type { Tone } from "./badge";
import { Icon } from "./icon";

interface Props {
  tone?: Exclude<Tone, "neutral">;
  /** Announced at once: for what happens after the page was read. */
  alert?: boolean;
  children: ReactNode;
}

/** A few sentences that must not be overlooked. */
export function Callout({ tone = "accent", alert, children }: Props) {
  return (
    <div className={`callout ${tone}`} role={alert ? "alert" : undefined}>
      <Icon name={tone === "good" ? "check" : tone === "accent" ? "info" : "alert"} />
      <div className="callout-text">{children}</div>
    </div>
  );
}
