import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import "./select.css";
import { buttonClass, type ButtonKind } from "./button";
import { Icon } from "./icon";
import type { IconName } from "./icons";
import { Given } from "./given";

export interface MenuAction {
  id: string;
  label: string;
  icon?: IconName;
  /** Whether the action ends or deletes something. */
  harmful?: boolean;
  onAction: () => void;
}

interface Props {
  /** The accessible name of the button, if its content is not text. */
  label?: string;
  /** The content of the button; three dots by default. */
  children?: ReactNode;
  kind?: ButtonKind;
  className?: string;
  actions: readonly MenuAction[];
}

/** A button that opens a menu of actions. */
export function MenuButton({ label, children, kind = "quiet", className, actions }: Props) {
  return (
    <MenuTrigger>
      <AriaButton
        aria-label={label}
        className={className ?? buttonClass(kind, true, children ? "" : "only-icon")}
      >
        {children ?? <Icon name="more" />}
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="options">
          {actions.map(({ id, label: text, icon, harmful, onAction }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={text}
              onAction={onAction}
              className={harmful ? "option bad" : "option"}
            >
              {icon && <Icon name={icon} />}
              <span className="option-label">
                <Given>{text}</Given>
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
