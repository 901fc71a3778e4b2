import { useId } from "react";
import "./field.css";
import "./secret-field.css";
import { strings } from "../strings/common";
import { CopyButton } from "./copy-button";

interface Props {
  label: string;
  /** Shown whole, this once. */
  value: string;
  /** Selected at once, ready to be copied by the keyboard. */
  autoFocus?: boolean;
}

/** A secret that the server shows once, to be copied. */
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
