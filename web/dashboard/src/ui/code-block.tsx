import "./code-block.css";
import { strings } from "../strings/common";
import { CopyButton } from "./copy-button";

interface Props {
  /** What the code does, or the file it belongs in. */
  title: string;
  code: string;
}

/** A block of code with a copy button. */
export function CodeBlock({ title, code }: Props) {
  return (
    <figure className="code-block">
      <figcaption>
        <span>{title}</span>
        <CopyButton text={code} label={`${strings.copy}: ${title}`} kind="quiet" />
      </figcaption>
      <pre tabIndex={0} aria-label={title} role="region">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
