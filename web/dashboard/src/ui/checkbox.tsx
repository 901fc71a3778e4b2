import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox, type CheckboxProps } from "react-aria-components/Checkbox";
import "./checkbox.css";

interface Props extends Omit<CheckboxProps, "children" | "className"> {
  children?: ReactNode;
}

/** A checkbox with its label. */
export function Checkbox({ children, ...rest }: Props) {
  return (
    <AriaCheckbox {...rest} className="checkbox">
      {({ isIndeterminate }) => (
        <>
          <svg className="checkbox-box" viewBox="0 0 16 16" aria-hidden="true">
            <path d={isIndeterminate ? "M4 8h8" : "M3.5 8.5l3 3 6-7"} />
          </svg>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
