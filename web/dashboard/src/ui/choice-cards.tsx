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
  /** The label only for screen readers, as under a heading that says the same. */
  hideLabel?: boolean;
  choices: readonly CardChoice<Id>[];
  value: Id;
  onChange: (value: Id) => void;
  error?: string | undefined;
}

/** One of two or three choices that need explaining: all of them stand there with their meaning. */
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
