import { useId } from "react";
import "./field.css";
import "./secret-field.css";
import { strings } from "../strings/common";
import { CopyButton } from "./copy-button";

interface Props {
  label: string;
  /** The unmasked secret. */
  value: string;
  /** Selects the value immediately, ready to be copied with the keyboard. */
  autoFocus?: boolean;
}

/** A secret that is shown only once, with a copy button. */
export function SecretField({ label, value, autoFocus = false }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="secret">
        <input
          id={id}
          className="input mono"
          value={value}
          readOnly
          autoFocus={autoFocus}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={value} label={`${strings.copy}: ${label}`} kind="primary" />
      </div>
      <p className="field-description">{strings.shownOnce}</p>
    </div>
  );
}
