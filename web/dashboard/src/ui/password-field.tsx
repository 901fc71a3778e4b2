import { useState } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextField, type TextFieldProps } from "react-aria-components/TextField";
import "./field.css";
import { strings } from "../strings/common";
import { Button } from "./button";

interface Props extends Omit<TextFieldProps, "children" | "className" | "isInvalid" | "type"> {
  label: string;
  description?: string;
  error?: string | undefined;
  autoComplete: "current-password" | "new-password";
}

/** A password field with a button that shows the password. */
export function PasswordField({ label, description, error, ...rest }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...rest}
      type={shown ? "text" : "password"}
      validationBehavior="aria"
      isInvalid={!!error}
      className="field"
    >
      <Label className="field-label">{label}</Label>
      <Group className="input-group">
        <Input className="input" />
        <Button kind="quiet" small onPress={() => setShown(!shown)} aria-pressed={shown}>
          {shown ? strings.hidePassword : strings.showPassword}
          <span className="visually-hidden"> {label}</span>
        </Button>
      </Group>
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
