import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import "./choice-cards.css";
import "./field.css";

interface CardChoice<Id extends string> {
  id: Id;
  label: string;
  /** What choosing it means, in a sentence. */
  text: string;
}

interface Props<Id extends string> {
  label: string;
  /** Shows the label only to screen readers, for example below a heading with the same text. */
  hideLabel?: boolean;
  choices: readonly CardChoice<Id>[];
  value: Id;
  onChange: (value: Id) => void;
  error?: string | undefined;
}

/** A choice between two or three options, all shown with an explanation. */
export function ChoiceCards<Id extends string>(props: Props<Id>) {
  const { label, hideLabel, choices, value, onChange, error } = props;
  return (
    <RadioGroup
      className="field"
      value={value}
      onChange={(id) => onChange(id as Id)}
      isInvalid={!!error}
      validationBehavior="aria"
    >
      <Label className={hideLabel ? "visually-hidden" : "field-label"}>{label}</Label>
      <div className="choice-cards">
        {choices.map(({ id, label: name, text }) => (
          <Radio key={id} value={id} className="choice-card">
            <span className="choice-card-dot" aria-hidden="true" />
            <span>
              <span className="choice-card-name">{name}</span>{" "}
              <span className="choice-card-text">{text}</span>
            </span>
          </Radio>
        ))}
      </div>
      <FieldError className="field-error">{error}</FieldError>
    </RadioGroup>
  );
}
