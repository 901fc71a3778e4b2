import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import "./tip.css";

const DELAY_MS = 500;

interface Props {
  text: string;
  /** The element that the tooltip belongs to. It must be focusable. */
  children: ReactElement;
}

/** Shows a tooltip while an element is hovered or focused. */
export function Tip({ text, children }: Props) {
  return (
    <TooltipTrigger delay={DELAY_MS}>
      {children}
      <Tooltip className="tip" offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
