import type { ReactNode } from "react";
import "./state.css";
import { Icon } from "./icon";
import type { IconName } from "./icons";

interface Props {
  icon: IconName;
  /** Omit it if the page heading already says it. */
  title?: string;
  text: string;
  /** Buttons for possible actions. */
  children?: ReactNode;
}

/** Shown where there is no content. Says why. */
export function EmptyState({ icon, title, text, children }: Props) {
  return (
    <div className="state">
      <span className="state-icon">
        <Icon name={icon} />
      </span>
      {title !== undefined && <p className="state-title">{title}</p>}
      <p className="state-text">{text}</p>
      {children && <div className="state-actions">{children}</div>}
    </div>
  );
}
