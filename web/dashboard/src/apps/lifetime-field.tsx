import { useId } from "react";
import "./apps.css";
import { strings } from "../strings/apps";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import type { Lifetime } from "./lifetime";

interface Props {
  label: string;
  description: string;
  /** The choice of no limit. */
  never: string;
  value: Lifetime;
  onChange: (value: Lifetime) => void;
  onBlur: () => void;
  error?: string | undefined;
}

const UNITS = (["minute", "hour", "day", "second"] as const).map((id) => ({
  id,
  label: strings.units[id],
}));

/** A field for a duration: a number and a unit, or never. */
export function LifetimeField(props: Props) {
  const { label, description, never, value, onChange, onBlur, error } = props;
  const { count, unit } = value;
  const descriptionId = useId();
  return (
    <fieldset className="lifetime" aria-describedby={descriptionId}>
      <legend className="field-label">{label}</legend>
      <div className="lifetime-parts">
        <TextField
          label={strings.count(label)}
          hideLabel
          value={unit === "never" ? "" : count}
          onChange={(next) => onChange({ count: next, unit })}
          onBlur={onBlur}
          isDisabled={unit === "never"}
          inputMode="numeric"
          autoComplete="off"
          error={error}
        />
        <Select
          label={strings.unit(label)}
          hideLabel
          choices={[{ id: "never", label: never }, ...UNITS]}
          value={unit}
          onChange={(next) => onChange({ count, unit: next })}
        />
      </div>
      <p id={descriptionId} className="field-description">
        {description}
      </p>
    </fieldset>
  );
}
