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
export function Button({ kind = "normal", icon, small, className, children, ...rest }: Props) {
  return (
    <AriaButton
      {...rest}
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
