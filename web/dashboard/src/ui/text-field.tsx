import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField, type TextFieldProps } from "react-aria-components/TextField";
import "./field.css";
import { strings } from "../strings/common";

interface Props extends Omit<TextFieldProps, "children" | "className" | "isInvalid"> {
  label: string;
  /** Shows the label only to screen readers, for example in a row of filters. */
  hideLabel?: boolean;
  description?: string;
  /** Why the value is invalid; shown below the field. */
  error?: string | undefined;
  placeholder?: string;
  /** The number of lines; a single-line input if omitted. */
  lines?: number;
  /** For values that are code. */
  mono?: boolean;
  optional?: boolean;
}

/** A text field with a label, a description and an error. */
export function TextField(props: Props) {
  const { label, hideLabel, description, error, placeholder, lines, mono, optional, ...rest } =
    props;
  const className = mono ? "input mono" : "input";
  // Names follow the direction of their script; code is always left-to-right.
  const dir = mono ? "ltr" : "auto";
  return (
    <AriaTextField {...rest} validationBehavior="aria" isInvalid={!!error} className="field">
      <Label className={hideLabel ? "visually-hidden" : "field-label"}>
        {label} {optional && <span className="field-optional">({strings.optional})</span>}
      </Label>
      {lines ? (
        <TextArea className={className} dir={dir} rows={lines} placeholder={placeholder} />
      ) : (
        <Input className={className} dir={dir} placeholder={placeholder} />
      )}
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
