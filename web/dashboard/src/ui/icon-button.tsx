import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";
import { buttonClass, type ButtonKind } from "./button";
import { Icon } from "./icon";
import type { IconName } from "./icons";
import { Tip } from "./tip";

interface Props extends Omit<ButtonProps, "children" | "className"> {
  icon: IconName;
  /** What the button does: its accessible name and tooltip. */
  label: string;
  kind?: ButtonKind;
  small?: boolean;
}

/** A button with an icon and a tooltip. */
export function IconButton({ icon, label, kind = "quiet", small, ...rest }: Props) {
  return (
    <Tip text={label}>
      <AriaButton {...rest} aria-label={label} className={buttonClass(kind, small, "only-icon")}>
        <Icon name={icon} />
      </AriaButton>
    </Tip>
  );
}
