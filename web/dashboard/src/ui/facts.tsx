import type { ReactNode } from "react";
import "./facts.css";
import { Given } from "./given";

interface Props {
  facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** A list of names and values. */
export function Facts({ facts }: Props) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div className="fact" key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === "string" ? <Given>{value}</Given> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
