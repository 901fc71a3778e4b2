import "./top-bar.css";
import { strings as common } from "../strings/common";
import { strings } from "../strings/shell";
import { ThemeToggle } from "../theme/theme-toggle";
import { IconButton } from "../ui/icon-button";

interface Props {
  onMenu: () => void;
}

/** The bar above the page on small screens. */
export function TopBar({ onMenu }: Props) {
  return (
    <header className="top-bar">
      <IconButton icon="menu" label={strings.openMenu} onPress={onMenu} />
      <p className="brand">
        <img src="/assets/logo.svg" alt="" width="28" height="28" />
        {common.product}
      </p>
      <ThemeToggle />
    </header>
  );
}
