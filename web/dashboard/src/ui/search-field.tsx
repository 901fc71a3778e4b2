import { Button as AriaButton } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import "./field.css";
import { Icon } from "./icon";

interface Props {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

/** A search field. Escape clears it. */
export function SearchField({ label, placeholder, value, onChange }: Props) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className="field search">
      <Group className="input-group">
        <Icon name="search" />
        <Input className="input" placeholder={placeholder} />
        {value && (
          <AriaButton className="button quiet small only-icon">
            <Icon name="close" />
          </AriaButton>
        )}
      </Group>
    </AriaSearchField>
  );
}
