import { Button as AriaButton } from "react-aria-components/Button";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import "./field.css";
import "./select.css";
import { Icon } from "./icon";
import { Given } from "./given";

export interface Choice<Id extends string> {
  id: Id;
  label: string;
}

interface Props<Id extends string> {
  label: string;
  /** Shows the label only to screen readers, for example in a row of filters. */
  hideLabel?: boolean;
  choices: readonly Choice<Id>[];
  value: Id;
  onChange: (value: Id) => void;
  description?: string;
  error?: string | undefined;
}

/** A drop-down list with one selected value. */
export function Select<Id extends string>(props: Props<Id>) {
  const { label, hideLabel, choices, value, onChange, description, error } = props;
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => onChange(key as Id)}
      isInvalid={!!error}
      validationBehavior="aria"
    >
      <Label className={hideLabel ? "visually-hidden" : "field-label"}>{label}</Label>
      <AriaButton className="input select-button">
        <SelectValue className="select-value" />
        <Icon name="chevronDown" />
      </AriaButton>
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox className="options" items={choices}>
          {(choice: Choice<Id>) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className="option">
              {({ isSelected }) => (
                <>
                  <span className="option-label">
                    <Given>{choice.label}</Given>
                  </span>
                  {isSelected && <Icon name="check" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
