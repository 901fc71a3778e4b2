import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import "./button.css";
import { buttonClass, type ButtonKind } from "./button";
import { Icon } from "./icon";
import type { IconName } from "./icons";

interface Props extends ComponentProps<"a"> {
  kind?: ButtonKind;
  icon?: IconName;
  small?: boolean;
}

function Anchor({ kind = "normal", icon, small, children, ...rest }: Props) {
  return (
    <a {...rest} className={buttonClass(kind, small)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

/** A link that looks like a button. */
export const ButtonLink = createLink(Anchor);
