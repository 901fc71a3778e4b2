import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import "./tip.css";

const DELAY_MS = 500;

interface Props {
  text: string;
  /** What the tooltip belongs to; something that can be focused. */
  children: ReactElement;
}

/** Shows a few words while something is pointed at or focused. */
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
