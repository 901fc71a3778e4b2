import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";
import { composeRenderProps } from "react-aria-components/composeRenderProps";
import "./button.css";
import { Icon } from "./icon";
import type { IconName } from "./icons";

export type ButtonKind = "normal" | "primary" | "danger" | "quiet";

interface Props extends ButtonProps {
  kind?: ButtonKind;
  icon?: IconName;
  small?: boolean;
}

/** A button. While `isPending` it keeps its size and focus, and does nothing. */
export function Button(props: Props) {
  const { kind = "normal", icon, small, isPending, onPress, className, children, ...rest } = props;
  // Not React Aria's own `isPending`: it announces the name of a button that may no longer exist.
  return (
    <AriaButton
      {...rest}
      {...(onPress && !isPending && { onPress })}
      {...(isPending && { "aria-disabled": true, "data-busy": true })}
      className={composeRenderProps(className, (name) => buttonClass(kind, small, name))}
    >
      {composeRenderProps(children, (content) => (
        <>
          {icon && <Icon name={icon} />}
          {content}
        </>
      ))}
    </AriaButton>
  );
}

/** The classes of a button, also for links that look like one. */
export function buttonClass(kind: ButtonKind, small = false, more = ""): string {
  return `button ${kind}${small ? " small" : ""} ${more}`.trim();
}
