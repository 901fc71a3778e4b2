import { createLink } from "@tanstack/react-router";
import type { ComponentProps, KeyboardEvent, SyntheticEvent } from "react";

const stop = (event: SyntheticEvent) => event.stopPropagation();

const stopEnter = (event: KeyboardEvent) => {
  if (event.key === "Enter") event.stopPropagation();
};

/** A link inside an element that can be pressed itself, such as a table row. */
function Anchor({ onClick, ...rest }: ComponentProps<"a">) {
  return (
    <a
      {...rest}
      onPointerDown={stop}
      onMouseDown={stop}
      onKeyDown={stopEnter}
      onClick={(event) => {
        event.stopPropagation();
        onClick?.(event);
      }}
    />
  );
}

export const TextLink = createLink(Anchor);
