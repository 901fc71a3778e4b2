import type { ReactNode } from "react";
import "./state.css";
import { Icon } from "./icon";
import type { IconName } from "./icons";

interface Props {
  icon: IconName;
  /** Left out where the heading of the page says it. */
  title?: string;
  text: string;
  /** What can be done about it: buttons. */
  children?: ReactNode;
}

/** Said where there is nothing to show, and why. */
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
