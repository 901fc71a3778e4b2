import { useId, type ReactNode } from "react";
import "./card.css";

interface Props {
  title: string;
  /** One sentence under the title. */
  lead?: string;
  /** Buttons next to the title. */
  actions?: ReactNode;
  /** Without padding, for example for a table. */
  flush?: boolean;
  children: ReactNode;
}

/** A titled section of a page. */
export function Card({ title, lead, actions, flush, children }: Props) {
  const id = useId();
  return (
    <section className={flush ? "card flush" : "card"} aria-labelledby={id}>
      <header className="card-head">
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p className="card-lead">{lead}</p>}
        </div>
        {actions && <div className="card-actions">{actions}</div>}
      </header>
      <div className="card-body">{children}</div>
    </section>
  );
}
