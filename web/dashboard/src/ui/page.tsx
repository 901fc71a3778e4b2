import type { ReactNode } from "react";
import "./page-frame.css";
import { usePageTitle } from "./use-page-title";
import { Given } from "./given";

interface Props {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Before the title. */
  picture?: ReactNode;
  /** Buttons next to the title. */
  actions?: ReactNode;
  /** The app of the page, for the document title. */
  context?: string;
  children: ReactNode;
}

/** The layout of every page. The heading takes the focus when the user navigates to the page. */
export function Page({ title, lead, picture, actions, context, children }: Props) {
  const heading = usePageTitle(title, context);
  return (
    <div className="page">
      <header className="page-head">
        {picture}
        <div className="page-titles">
          <h1 tabIndex={-1} ref={heading}>
            <Given>{title}</Given>
          </h1>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
