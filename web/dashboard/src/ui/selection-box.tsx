import { Checkbox } from "react-aria-components/Checkbox";
import "./checkbox.css";

/** The checkbox that selects a row or, in the heading, all rows. The table labels it. */
export function SelectionBox() {
  return (
    <Checkbox slot="selection" className="checkbox">
      {({ isIndeterminate }) => (
        <svg className="checkbox-box" viewBox="0 0 16 16" aria-hidden="true">
          <path d={isIndeterminate ? "M4 8h8" : "M3.5 8.5l3 3 6-7"} />
        </svg>
      )}
    </Checkbox>
  );
}
